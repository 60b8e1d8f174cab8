package dev.profilectl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program;
import dev.profilectl.cli.help.Topic;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Help in Chinese says all that it says in English. */
class HelpTextTest {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern FACT =
      Pattern.compile("--[a-z-]+|[A-Z]+_[A-Z_]+|[0-9]{2,}|\\{\\w+}");

  private final CommandShape root =
      CommandShape.all(new Program(Path.of("/nowhere"), false).workspace());

  @Test
  void everySentenceIsThereInChineseAndNoOther() {
    Set<String> english = new TreeSet<>(Set.of("Usage:", "Commands", "More:", "Flags"));
    collect(root, english);
    Set<String> translated = HelpText.chinese().keySet();
    assertThat(translated).containsAll(english);
    assertThat(english).containsAll(translated);
  }

  private static void collect(CommandShape command, Set<String> sentences) {
    sentences.add(command.line());
    command.arguments().forEach(argument -> sentences.add(argument.about()));
    command.flags().forEach(flag -> sentences.add(flag.about()));
    command.flags().forEach(flag -> sentences.add(flag.group()));
    command.commands().forEach(sub -> collect(sub, sentences));
  }

  @Test
  void whatIsNoWordStaysTheSame() {
    HelpText.chinese()
        .forEach(
            (english, chinese) -> assertThat(facts(chinese)).as(english).isEqualTo(facts(english)));
  }

  private static Set<String> facts(String text) {
    return new TreeSet<>(FACT.matcher(text).results().map(found -> found.group()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyTopicIsThereInBoth(Topic topic) {
    String english = String.join("\n", topic.lines(Locale.ENGLISH));
    String chinese = String.join("\n", topic.lines(Locale.CHINESE));
    assertThat(english).doesNotContainPattern(HAN);
    assertThat(chinese).containsPattern(HAN);
    assertThat(facts(chinese)).isEqualTo(facts(english));
    assertThat(english.lines()).allMatch(line -> line.length() <= 104);
  }

  @Test
  void helpSpeaksChinese() {
    String help =
        new Program(Path.of("/nowhere"), false)
            .run("user", "update", "--help", "--lang", "zh")
            .out();
    assertThat(help).startsWith("更改用户的字段；没有提到的保持原样。").contains("用法：", "\n字段\n", "\n通用\n", "另见：");
    assertThat(help.lines().filter(l -> l.matches(" +-.*[a-z]{4,} [a-z]{4,} [a-z]{4,}.*")))
        .isEmpty();
  }
}
