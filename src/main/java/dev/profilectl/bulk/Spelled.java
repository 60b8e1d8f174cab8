package dev.profilectl.bulk;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of JSON and YAML that are written again as they were read. */
final class Spelled {
  /** Longer ones are beyond every limit; to work them out would only cost time. */
  private static final int LONG = 400;

  private Spelled() {}

  /** The number of a JSON spelling. */
  static Number number(String text) {
    if (text.length() > LONG) {
      return new Endless(text);
    }
    try {
      BigDecimal decimal = new Decimal(text);
      boolean whole = decimal.scale() == 0 && new BigInteger(text).toString().equals(text);
      return whole ? new BigInteger(text) : decimal;
    } catch (NumberFormatException exponentOutOfRange) {
      return new Endless(text);
    }
  }

  /** A decimal that remembers {@code 1e5} or {@code 1.50}. */
  private static final class Decimal extends BigDecimal {
    private static final long serialVersionUID = 1L;

    private final String text;

    Decimal(String text) {
      super(text);
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A number that is of no size any field can hold; only its spelling counts. */
  private static final class Endless extends Number {
    private static final long serialVersionUID = 1L;

    private final String text;

    Endless(String text) {
      this.text = text;
    }

    @Override
    public int intValue() {
      return (int) doubleValue();
    }

    @Override
    public long longValue() {
      return (long) doubleValue();
    }

    @Override
    public float floatValue() {
      return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
      return Double.parseDouble(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
