package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Usage;
import java.util.function.Predicate;

/**
 * Conditions on users, as {@code --where} writes them: {@code = != < <= > >= ~} (contains, without
 * regard to case), {@code and}, {@code or}, parentheses, {@code field=null}. Values with blanks
 * stand in quotes.
 */
public final class ProfileFilter {
  private ProfileFilter() {}

  /**
   * The condition of an expression.
   *
   * @throws Usage for an unknown field, a value the field cannot have, or anything else that cannot
   *     be read
   */
  public static Predicate<Profile> parse(String expression) {
    return new FilterParser(expression).parse();
  }
}
