package dev.profilectl.validation;

import static dev.profilectl.validation.ProfileValidatorTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about numbers, from JSON and from text. */
class NumberRulesTest {
  private static final String DIGITS = "9".repeat(5_000);
  private static final BigInteger TOO_LARGE = BigInteger.ONE.shiftLeft(63);

  @Test
  void genderIsANumberItsTextOrItsName() {
    List<Object> known =
        List.of(
            0,
            1,
            2,
            1L,
            (byte) 2,
            (short) 0,
            BigInteger.TWO,
            "0",
            "1",
            "2",
            "unknown",
            "male",
            "female");
    for (Object gender : known) {
      assertThat(codes("gender", gender)).as(gender.toString()).isEmpty();
    }
  }

  @Test
  void genderThatIsNoInteger() {
    List<Object> others =
        List.of(
            "",
            " ",
            "01",
            "00",
            "+1",
            "-0",
            "1.0",
            "1 ",
            " 1",
            "1e0",
            "0x1",
            "１",
            "Male",
            "MALE",
            "m",
            "男",
            "none",
            1.0,
            1.5,
            1.0f,
            new BigDecimal("1"),
            true,
            Map.of(),
            List.of(1),
            "1\n",
            "1\0",
            "\ud800");
    for (Object gender : others) {
      assertThat(codes("gender", gender)).as(gender.toString()).containsExactly("400103");
    }
  }

  @Test
  void genderThatIsAnotherInteger() {
    List<Object> others =
        List.of(
            3,
            -1,
            4,
            7,
            "3",
            "-1",
            "10",
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            TOO_LARGE,
            TOO_LARGE.toString(),
            BigInteger.ONE.shiftLeft(64),
            "9".repeat(100),
            "9".repeat(101),
            new BigInteger(DIGITS),
            DIGITS,
            "-" + DIGITS);
    for (Object gender : others) {
      assertThat(codes("gender", gender)).containsExactly("400105");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve_num", "work_num", "transaction_praise_cnt", "transaction_amount"})
  void integerHas64Bits(String field) {
    List<Object> integers =
        List.of(
            0,
            "0",
            -1,
            "-1",
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            "9223372036854775807",
            "-9223372036854775808",
            BigInteger.valueOf(Long.MIN_VALUE));
    for (Object integer : integers) {
      assertThat(codes(field, integer)).as(integer.toString()).isEmpty();
      assertThat(RawValue.int64(integer)).isEqualTo(Long.parseLong(integer.toString()));
    }
    List<Object> others =
        List.of(
            "9223372036854775808",
            "-9223372036854775809",
            TOO_LARGE,
            TOO_LARGE.negate().subtract(BigInteger.ONE),
            DIGITS,
            new BigInteger(DIGITS),
            "",
            "male",
            "unknown",
            "1.0",
            1.0,
            "1e3",
            "01",
            "+1",
            "0x1",
            "1 ",
            "1_000",
            "1,000",
            true,
            List.of(),
            Map.of(),
            "NaN",
            "١");
    for (Object other : others) {
      assertThat(codes(field, other)).containsExactly("type-mismatch");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refund_rate", "dispute_rate"})
  void decimalIsFinite(String field) {
    List<Object> decimals =
        List.of(
            0,
            1,
            -1L,
            0.5,
            0.1f,
            "0",
            "0.5",
            "-0.5",
            "1e308",
            "1E+308",
            "1.7976931348623157e308",
            "-1e308",
            "1e-300",
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            -0.0,
            "0.1",
            new BigDecimal("0.1"),
            BigInteger.TEN.pow(308),
            TOO_LARGE,
            "0e0",
            new BigDecimal("0E+999999999"),
            "00.50");
    for (Object decimal : decimals) {
      assertThat(codes(field, decimal)).as(decimal.toString()).isEmpty();
    }
    List<Object> others =
        List.of(
            "1e309",
            "-1e309",
            "1e999999999",
            "1e-999999999",
            "1e99999999999",
            new BigDecimal("1e309"),
            new BigDecimal("1e999999999"),
            new BigDecimal("1e-999999999"),
            new BigInteger(DIGITS),
            DIGITS,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Float.NaN,
            "NaN",
            "Infinity",
            "-Infinity",
            "",
            ".",
            "1.",
            ".5",
            "+1",
            "1e",
            "0x1p3",
            "1d",
            "1f",
            " 1",
            "1 ",
            "1,5",
            "1\n",
            true,
            List.of(),
            Map.of(),
            "half");
    for (Object other : others) {
      assertThat(codes(field, other)).containsExactly("type-mismatch");
    }
  }

  @Test
  void decimalKeepsItsDigits() {
    assertThat(RawValue.decimal("0.10")).isEqualTo(new BigDecimal("0.1"));
    assertThat(RawValue.decimal(0.1)).isEqualTo(new BigDecimal("0.1"));
    assertThat(RawValue.decimal(0.1f)).isEqualTo(new BigDecimal("0.1"));
    assertThat(RawValue.decimal("100")).isEqualTo(new BigDecimal("100"));
    assertThat(RawValue.decimal("-0")).isEqualTo(BigDecimal.ZERO);
    String precise = "0." + "123456789".repeat(40);
    assertThat(RawValue.decimal(precise)).isEqualTo(new BigDecimal(precise));
  }
}
