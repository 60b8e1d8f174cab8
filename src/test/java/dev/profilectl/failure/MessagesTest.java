package dev.profilectl.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sentences in both languages, against each other and against the sources that use them. */
class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  /** Text in quotes that could be a key; used where the whole key is written out. */
  private static final Pattern WORD = Pattern.compile("\"([a-z]+[a-z0-9._-]*)\"");

  private static final Pattern USE = Pattern.compile("Message\\.of\\(\\s*\"([^\"]+)\"(\\s*\\+)?");

  private final Properties english = read("/dev/profilectl/failure/Messages.properties");
  private final Properties chinese = read("/dev/profilectl/failure/Messages_zh.properties");

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(resource))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties;
  }

  private static List<String> sources() throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndNoBlank() {
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(english.getProperty(key)).as(key).isNotBlank();
      assertThat(chinese.getProperty(key)).as(key).isNotBlank();
    }
  }

  @Test
  void everyKeyStandsOnce() throws IOException {
    for (String name : List.of("Messages.properties", "Messages_zh.properties")) {
      List<String> keys =
          Files.readAllLines(Path.of("src/main/resources/dev/profilectl/failure", name)).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf(" =")))
              .toList();
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  @Test
  void bothLanguagesMentionTheSame() {
    for (String key : english.stringPropertyNames()) {
      Set<String> mentioned = placeholders(english.getProperty(key));
      assertThat(placeholders(chinese.getProperty(key))).as(key).isEqualTo(mentioned);
      // A brace that is no placeholder would end in an exception when the sentence is told.
      for (String text : List.of(english.getProperty(key), chinese.getProperty(key))) {
        assertThat(PLACEHOLDER.matcher(text).replaceAll(""))
            .as(key)
            .doesNotContain("{")
            .doesNotContain("}");
      }
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> numbers = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(found -> numbers.add(found.group(1)));
    return numbers;
  }

  @Test
  void everyKeyThatIsUsedExists() throws IOException {
    for (String source : sources()) {
      Matcher use = USE.matcher(source);
      while (use.find()) {
        String key = use.group(1);
        if (use.group(2) == null) {
          assertThat(english.stringPropertyNames()).contains(key);
        } else {
          assertThat(english.stringPropertyNames()).anyMatch(name -> name.startsWith(key));
        }
      }
    }
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    Set<String> words = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    for (String source : sources()) {
      WORD.matcher(source).results().forEach(found -> words.add(found.group(1)));
      Matcher use = USE.matcher(source);
      while (use.find()) {
        if (use.group(2) != null) {
          prefixes.add(use.group(1));
        }
      }
    }
    for (String key : english.stringPropertyNames()) {
      assertThat(words.contains(key) || prefixes.stream().anyMatch(key::startsWith))
          .as(key)
          .isTrue();
    }
  }

  @Test
  void argumentsAreTakenAsTheyAre() {
    assertThat(Message.of("user.not-found", "{0} {1} $1 \\").in(Locale.ENGLISH))
        .isEqualTo("there is no user {0} {1} $1 \\");
    assertThat(Message.of("usage.wrong", "x", Message.of("usage.see-help", "y")).in(Locale.ENGLISH))
        .isEqualTo("x; see  y --help");
    assertThat(Message.of("user.not-found", "中").in(Locale.of("zh", "TW")))
        .contains("中")
        .doesNotContain("there");
    assertThat(Message.of("user.not-found", "x").in(Locale.GERMAN)).isEqualTo("there is no user x");
    assertThat(Message.of("user.stale", "ada", 1234567L, 1).in(Locale.GERMAN)).contains("1234567");
  }
}
