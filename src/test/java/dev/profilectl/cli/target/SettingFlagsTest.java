package dev.profilectl.cli.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.config.TargetSetting;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Option;

class SettingFlagsTest {
  @Test
  void everySettingHasItsFlagInItsOrder() {
    assertThat(
            Arrays.stream(SettingFlags.class.getDeclaredFields())
                .map(SettingFlagsTest::flag)
                .filter(flag -> !flag.isEmpty()))
        .containsExactlyElementsOf(
            Arrays.stream(TargetSetting.values()).map(TargetSetting::flag).toList());
  }

  private static String flag(Field field) {
    Option option = field.getAnnotation(Option.class);
    return option == null ? "" : option.names()[0];
  }
}
