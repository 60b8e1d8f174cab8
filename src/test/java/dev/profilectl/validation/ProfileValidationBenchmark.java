package dev.profilectl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a million patches take to validate, on one warm core; at most 4 seconds are the target.
 *
 * <p>How to run it stands in {@code src/docs/performance.md}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class ProfileValidationBenchmark {
  private static final int PATCHES = 1_000_000;

  /** So many different ones in turn, that no branch is learnt by heart. */
  private static final int DIFFERENT = 1_024;

  /** Three fields, or all of them. */
  @Param({"three", "all"})
  public String fields = "three";

  private final List<Map<String, Object>> patches = new ArrayList<>();
  private final ProfileValidator validator = new ProfileValidator();

  /** Makes the patches; all are valid, as nearly all are. */
  @Setup(Level.Trial)
  public void makePatches() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < DIFFERENT; i++) {
      Map<String, Object> patch = new HashMap<>();
      for (String field : ProfileValidator.fields()) {
        if (fields.equals("all") || List.of("nickname", "city", "level").contains(field)) {
          patch.put(field, value(field, random.nextInt(10, 30)));
        }
      }
      if (!validator.check(patch).isEmpty()) {
        throw new IllegalStateException(validator.check(patch).toString());
      }
      patches.add(patch);
    }
  }

  private static Object value(String field, int number) {
    return switch (field) {
      case "gender" -> number % 3;
      case "birthday" -> "19" + number + "-02-28";
      case "email" -> "user" + number + "@example.org";
      case "enter_pass" -> "123456" + number;
      case "ext_data" -> "{\"number\":" + number + ",\"list\":[1,2,3]}";
      case "avatar_url" -> "20260101/users/u" + number + "/f/avatar.jpg";
      case "real_name_verified" -> number % 2 == 0;
      case "refund_rate", "dispute_rate" -> "0." + number;
      case "serve_num", "work_num", "transaction_praise_cnt", "transaction_amount" -> number;
      default -> "v".repeat(number);
    };
  }

  /** A million patches. */
  @Benchmark
  public void million(Blackhole hole) {
    for (int i = 0; i < PATCHES; i++) {
      hole.consume(validator.check(patches.get(i % DIFFERENT)));
    }
  }

  /** Runs it; the words choose among the fields ({@code three}). */
  public static void main(String[] words) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(ProfileValidationBenchmark.class.getSimpleName());
    if (words.length > 0) {
      options.param("fields", words);
    }
    new Runner(options.build()).run();
  }
}
