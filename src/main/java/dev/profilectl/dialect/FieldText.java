package dev.profilectl.dialect;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of a patch as requests write them. */
final class FieldText {
  private FieldText() {}

  /** The value that is set, as text; empty for one that is cleared. */
  static String of(ProfilePatch patch, Field field) {
    Object value = patch.set().get(field);
    return switch (value) {
      case null -> "";
      case Secret secret -> secret.reveal(text -> text);
      default -> value.toString();
    };
  }

  /**
   * Refuses text that is longer than a system has room for.
   *
   * @param most characters, by field
   */
  static void refuseLonger(ProfilePatch patch, Map<Field, Integer> most) {
    List<Problem> problems = new ArrayList<>();
    for (Field field : patch.fields()) {
      String text = of(patch, field);
      int length = text.codePointCount(0, text.length());
      Integer limit = most.get(field);
      if (limit != null && length > limit) {
        problems.add(
            new Problem(field.key(), "text-too-long", Map.of("length", length, "max", limit)));
      }
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
