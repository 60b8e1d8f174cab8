package dev.profilectl.profile;

import static dev.profilectl.profile.People.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --where}. */
class ProfileFilterTest {
  static final Profile ADA =
      new Profile(
          People.id(1),
          7,
          Map.of(
              Field.USERNAME,
              "ada",
              Field.NICKNAME,
              "Ada Lovelace",
              Field.CITY,
              "London",
              Field.GENDER,
              2,
              Field.BIRTHDAY,
              LocalDate.of(1815, 12, 10),
              Field.REAL_NAME_VERIFIED,
              true,
              Field.REFUND_RATE,
              new BigDecimal("0.25"),
              Field.SERVE_NUM,
              10L,
              Field.CREATE_AT,
              People.NOON,
              Field.DESC,
              "say \"hi\" it's \\ 100%"),
          Set.of(Field.PASSWORD));
  private static final Profile BOB =
      profile(2, Field.USERNAME, "Bob", Field.CITY, "null", Field.LEVEL, "and");

  private static boolean holds(String expression, Profile user) {
    return ProfileFilter.parse(expression).test(user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=ada",
        "username = ada",
        " username\t=\nada ",
        "username='ada'",
        "username=\"ada\"",
        "nickname='Ada Lovelace'",
        "username!=bob",
        "username ~ D",
        "nickname~love",
        "city~LON",
        "gender=2",
        "gender=female",
        "gender>1",
        "gender!=0",
        "birthday=1815-12-10",
        "birthday<1900-01-01",
        "birthday>=1815-12-10",
        "birthday~1815",
        "real_name_verified=true",
        "refund_rate=0.250",
        "refund_rate<0.3",
        "refund_rate>2e-1",
        "serve_num>9",
        "serve_num<=10",
        "serve_num!=9",
        "version=7",
        "version>6",
        "has_password=true",
        "has_enter_pass=false",
        "has_password!=false",
        "id=00000000000000000000000001",
        "create_at>2026-01-01",
        "create_at<2026-01-03",
        "create_at=2026-01-02T12:00:00.123Z",
        "create_at=2026-01-02T13:00:00.123+01:00",
        "level=null",
        "city!=null",
        "city!='null'",
        "level!=null or city=London",
        "username=ada and city=London",
        "username=ada AND (city=Paris Or city=London)",
        "((username=ada))",
        "username=x and city=x or username=ada",
        "username=ada or username=x and city=x",
        "desc~\"\\\"hi\\\"\"",
        "desc~\"it's\"",
        "desc~'\"hi\"'",
        "desc~%",
        "desc~'\\'",
        "desc~\"\\\\\"",
        "nickname>=Ada",
        "city<Londoo",
        "email=null"
      })
  void holdsForAda(String expression) {
    assertThat(holds(expression, ADA)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=Ada",
        "username=bob",
        "level=x",
        "level!=null",
        "level~x",
        "level<x",
        "level>=x",
        "level~null",
        "city=null",
        "city='null'",
        "gender<2",
        "email!=null",
        "email>a",
        "(username=ada or username=x) and city=x",
        "has_password=false",
        "username=ada and (city=Paris or city=x)",
        "birthday>1815-12-10",
        "serve_num<10",
        "create_at<2026-01-02"
      })
  void doesNotHoldForAda(String expression) {
    assertThat(holds(expression, ADA)).isFalse();
  }

  @Test
  void nullIsAWordUnlessQuoted() {
    assertThat(holds("city=null", BOB)).isFalse();
    assertThat(holds("city!=null", BOB)).isTrue();
    assertThat(holds("city='null'", BOB)).isTrue();
    assertThat(holds("city=\"null\"", BOB)).isTrue();
    assertThat(holds("city~null", BOB)).isTrue();
    assertThat(holds("nickname!=x", BOB)).as("no value is unequal to every value").isTrue();
    assertThat(holds("level=and", BOB)).isTrue();
    assertThat(holds("level=and and level=and", BOB)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "username",
        "username=",
        "=ada",
        "username==ada",
        "username=ada and",
        "and",
        "username=ada or or x=y",
        "(username=ada",
        "username=ada)",
        "()",
        "username=ada city=x",
        "username 'ada'",
        "'username'=ada",
        "username=(ada)",
        "username=\"ada",
        "username='ada",
        "nickname=Ada Lovelace",
        "shoe=5",
        "nicknam=x",
        "password=x",
        "enter_pass=null",
        "gender=3",
        "gender=x",
        "birthday=2023-02-29",
        "serve_num=1.5",
        "serve_num=male",
        "refund_rate=x",
        "id=x",
        "version=x",
        "has_password=1",
        "create_at=yesterday",
        "level<null",
        "city>=null",
        "username!ada",
        "username<>ada",
        "not city=x",
        "real_name_verified=yes",
        "username=ada && city=x",
        "\u00a0",
        "has_password=null or"
      })
  void whatCannotBeReadIsAUsageError(String expression) {
    assertThatThrownBy(() -> ProfileFilter.parse(expression).test(ADA)).isInstanceOf(Usage.class);
  }

  @Test
  void longAndDeepExpressions() {
    String many =
        String.join(
            " or ", IntStream.range(0, 20_000).mapToObj(i -> "serve_num=" + (i + 11)).toList());
    assertThat(holds(many, ADA)).isFalse();
    assertThat(holds(many + " or serve_num=10", ADA)).isTrue();
    assertThat(holds(many.replace("or", "and"), ADA)).isFalse();
    assertThat(holds("(".repeat(100) + "username=ada" + ")".repeat(100), ADA)).isTrue();
    assertThat(holds("(username=ada) and ".repeat(200) + "(username=ada)", ADA)).isTrue();
    assertThatThrownBy(() -> ProfileFilter.parse("(".repeat(100_000))).isInstanceOf(Usage.class);
    assertThat(holds("desc='" + "x".repeat(1_000_000) + "'", ADA)).isFalse();
    assertThat(holds("desc=\"" + "x\\\"".repeat(300_000) + "\"", ADA)).isFalse();
  }

  @Test
  void randomTextIsReadOrRefused() {
    String[] parts = {
      "username",
      "city",
      "gender",
      "version",
      "has_password",
      "create_at",
      "=",
      "!=",
      "<",
      ">",
      "~",
      "<=",
      "(",
      ")",
      "and",
      "or",
      "null",
      "'",
      "\"",
      "\\",
      "ada",
      "1",
      "2024-01-01",
      " ",
      "  ",
      "中",
      "\0",
      "\n",
      "😀",
      "\ud83d",
      "x y",
      "-",
      "true"
    };
    for (int seed = 0; seed < 50_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String expression =
          random
              .ints(random.nextInt(12), 0, parts.length)
              .mapToObj(i -> parts[i])
              .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
      try {
        var _ = ProfileFilter.parse(expression).test(random.nextBoolean() ? ADA : BOB);
      } catch (Usage refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException | StackOverflowError wrong) {
        throw new AssertionError("seed " + seed + ": " + expression, wrong);
      }
    }
  }
}
