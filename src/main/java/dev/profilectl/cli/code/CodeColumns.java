package dev.profilectl.cli.code;

import dev.profilectl.output.Column;
import dev.profilectl.validation.CodeEntry;
import java.util.List;
import java.util.Locale;

/** A code as a row. */
final class CodeColumns {
  private CodeColumns() {}

  static List<Column<CodeEntry>> in(Locale locale) {
    return List.of(
        Column.of("code", CodeEntry::code).whole(),
        Column.of("system", CodeEntry::system).whole(),
        Column.of("call", CodeEntry::call).whole(),
        Column.of("field", CodeEntry::field),
        Column.<CodeEntry>of("kind", e -> e.kind().name().toLowerCase(Locale.ROOT)).detail(),
        Column.of("rule", e -> e.rule(locale)),
        Column.<CodeEntry>of("meaning", e -> e.meaning(locale).orElse(null)).detail(),
        Column.<CodeEntry>of("document", e -> e.document(locale)).detail(),
        Column.<CodeEntry>of("contradiction", e -> e.contradiction(locale).orElse(null)).detail(),
        Column.<CodeEntry>of("decision", e -> e.decision(locale)).detail());
  }
}
