package dev.profilectl.cli.token;

import dev.profilectl.output.Column;
import dev.profilectl.profile.AccessToken;
import java.util.List;
import java.util.Locale;

/** What is shown of a token; never the token itself. */
final class TokenColumns {
  static final List<Column<AccessToken>> ALL =
      List.of(
          Column.of("id", AccessToken::id).id(),
          Column.of("user", token -> token.user().text()),
          Column.of("kind", token -> token.kind().name().toLowerCase(Locale.ROOT)),
          Column.of("admin", AccessToken::admin),
          Column.of("created", AccessToken::created),
          Column.of("expires", AccessToken::expires),
          Column.of("label", AccessToken::label));

  private TokenColumns() {}
}
