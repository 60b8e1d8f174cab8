package dev.profilectl.bulk;

/**
 * What rows are going to do, by what users are now.
 *
 * @param rows all that are wanted
 * @param invalid break rules, or could not be read
 * @param live whether the other numbers are known
 * @param change change a user
 * @param create make a user
 * @param unchanged ask for what is so already
 * @param cleared values that are going to be cleared
 */
public record Preview(
    long rows, long invalid, boolean live, long change, long create, long unchanged, long cleared) {
  /** Rows that break no rule and cannot be done all the same: most often there is no such user. */
  public long others() {
    return rows - invalid - change - create - unchanged;
  }
}
