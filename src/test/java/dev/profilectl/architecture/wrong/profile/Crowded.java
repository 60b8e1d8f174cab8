package dev.profilectl.architecture.wrong.profile;

import dev.profilectl.architecture.Breaks;

/** Wants a record. */
@Breaks("PARAMETERS")
final class Crowded {
  private final int sum;

  Crowded(int a, int b, int c, int d, int e) {
    this.sum = a + b + c + d + e;
  }

  int sum() {
    return sum;
  }

  /** A record may have as many as it likes, its methods may not. */
  record Wide(int a, int b, int c, int d, int e) {}

  /** Four parameters, to which the compiler adds two. */
  enum Four {
    ONE(1, 2, 3, 4);

    private final int sum;

    Four(int a, int b, int c, int d) {
      this.sum = a + b + c + d;
    }

    int sum() {
      return sum;
    }
  }
}
