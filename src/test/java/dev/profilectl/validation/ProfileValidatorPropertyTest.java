package dev.profilectl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random inputs: the validator finds what an oracle of the contract's table finds. */
class ProfileValidatorPropertyTest {
  private static final int CASES = 30_000;
  private static final long SEED = 20_260_101;

  @Test
  void findsWhatTheContractSays() {
    ProfileValidator validator = new ProfileValidator();
    Set<String> seen = new TreeSet<>();
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Map<String, Object> input = new RawValues(seed).input();
      List<Problem> problems = validator.check(input);
      List<String> found = problems.stream().map(p -> p.field() + " " + p.code()).toList();
      assertThat(found)
          .as("seed %d: %s", seed, input)
          .containsExactlyInAnyOrderElementsOf(RuleOracle.judge(input));
      assertThat(problems)
          .as("order, seed %d", seed)
          .isSortedAccordingTo(
              (one, other) ->
                  Integer.compare(
                      ProfileValidator.fields().indexOf(one.field()),
                      ProfileValidator.fields().indexOf(other.field())));
      seen.addAll(found);
    }
    // Else the generator has lost sight of a rule: 14 texts with two codes, 2 secrets with three,
    // gender and ext_data with two, 11 other fields with one.
    assertThat(seen.stream().map(word -> word.split(" ", -1)[0]).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(ProfileValidator.fields());
    assertThat(seen).hasSize(14 * 2 + 2 * 3 + 2 * 2 + 11);
  }
}
