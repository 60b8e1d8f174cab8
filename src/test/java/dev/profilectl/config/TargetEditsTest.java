package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.validation.DocumentedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of files as people write them: what an edit is not about stays byte for byte. */
class TargetEditsTest {
  private static final int FILES = 100;

  /** Sections that are no target, and hard to tell from one by a quick look. */
  private static final List<String> OTHERS =
      List.of(
          """
          # [targets.a]
          #   url = "x"
          -----
          [other]
          text = '''
          [targets.a]
          url = "x"
          '''
          -----
          [other.b]
          text = ""\"
          # no \\""\" comment
          [defaults]
          ""\""
          -----
          [other.list]
          list = [ # ]
            "]", [1, 2], # [targets.a]
            { a = '#', b = ']' },
          ]
          -----
            [ other . 'targets.a' ]  # odd
            day = 1979-05-27 07:32:00 # a day
          \t"a.b" . c = 1
          -----
          [[many]]
          x = 1

          [[many]]
          x = "# 2"
          -----
          [targetsx.a]
          system = "none"
          """
              .strip()
              .split("\n-----\n", -1));

  private static final List<String> HEADERS =
      List.of(
          "[targets.%s]", "[targets.\"%s\"]", "[ targets . '%s' ]  # mine", "  [\"targets\".%s]");

  @TempDir Path folder;
  private final Random random = new Random(20);
  private final List<String> names = new ArrayList<>();
  private String end = "\n";
  private boolean closed;

  private Targets targets() {
    return new Targets(new ConfigFile(Optional.of(folder.resolve("config.toml"))));
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("config.toml"));
  }

  private static Target target(String name) {
    return new Target(name, DocumentedSystem.WEIDU, TargetUrl.parse("new.example"), Map.of());
  }

  private String section(String name) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "system = \"west2\"",
                "url = 'https://old.example/" + name + "' # where",
                "success-codes = [\n  10000, # ]\n]",
                "  # a comment within\n\ttimeout = \"5s\""));
    Collections.shuffle(lines, random);
    return HEADERS.get(random.nextInt(HEADERS.size())).formatted(name)
        + "\n"
        + String.join("\n", lines);
  }

  /** Sections in any order, with a blank line between them. */
  private List<String> sections() {
    List<String> sections = new ArrayList<>(OTHERS.subList(0, random.nextInt(OTHERS.size() + 1)));
    names.clear();
    for (String name : List.of("a", "b-1", "c_2").subList(0, random.nextInt(4))) {
      names.add(name);
      sections.add(section(name));
    }
    if (random.nextBoolean()) {
      sections.add("[defaults] # of flags\nlang = \"en\" # English");
    }
    Collections.shuffle(sections, random);
    end = random.nextBoolean() ? "\n" : "\r\n";
    closed = random.nextBoolean();
    return sections;
  }

  private String joined(List<String> sections) {
    String text = String.join("\n\n", sections) + (closed && !sections.isEmpty() ? "\n" : "");
    return text.replace("\n", end);
  }

  private String write(List<String> sections) throws IOException {
    String text = joined(sections);
    Files.writeString(folder.resolve("config.toml"), text);
    return text;
  }

  @Test
  void anAdditionComesBehindEverything() throws IOException {
    for (int i = 0; i < FILES; i++) {
      String before = write(sections());
      targets().add(target("new"));
      String eol = before.contains("\r\n") ? "\r\n" : "\n";
      String open = before.isEmpty() ? "" : before.endsWith("\n") ? eol : eol + eol;
      assertThat(text())
          .isEqualTo(
              before
                  + open
                  + "[targets.new]\nsystem = \"weidu\"\nurl = \"https://new.example\"\n"
                      .replace("\n", eol));
      assertThat(targets().all()).hasSize(names.size() + 1).contains(target("new"));
      targets().remove("new");
      assertThat(text()).isEqualTo(open.length() > eol.length() ? before + eol : before);
    }
  }

  @Test
  void aRemovalTakesTheSectionAlone() throws IOException {
    for (int i = 0; i < FILES; i++) {
      List<String> sections = sections();
      write(sections);
      for (String name : names) {
        int at = indexOf(sections, name);
        List<String> left = new ArrayList<>(sections);
        left.remove(at);
        targets().remove(name);
        boolean wasLast = at == left.size();
        String expected = joined(left);
        if (at == 0 && !left.isEmpty()) {
          expected = end + expected;
        } else if (wasLast && !left.isEmpty() && !closed) {
          expected += end;
        }
        assertThat(text()).isEqualTo(expected);
        assertThat(targets().names()).doesNotContain(name).hasSize(names.size() - 1);
        write(sections);
      }
    }
  }

  private static int indexOf(List<String> sections, String name) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).contains("old.example/" + name)) {
        return i;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void aChoiceIsOneLine() throws IOException {
    for (int i = 0; i < FILES; i++) {
      List<String> sections = sections();
      String before = write(sections);
      String eol = before.contains("\r\n") ? "\r\n" : "\n";
      for (String name : new String[] {"local", names.isEmpty() ? "local" : names.getFirst()}) {
        targets().use(name);
        Defaults defaults =
            new Defaults(Map.of(), new ConfigFile(Optional.of(folder.resolve("config.toml"))));
        assertThat(defaults.of("target")).contains(name);
        String line = "target = \"" + name + "\"" + eol;
        assertThat(text()).containsOnlyOnce(line);
        String without = text().replace(line, "");
        if (sections.stream().anyMatch(section -> section.startsWith("[defaults]"))) {
          assertThat(without).isIn(before, before + eol);
        } else {
          assertThat(without).startsWith(before).endsWith("[defaults]" + eol);
        }
      }
    }
  }

  @Test
  void aReplacementKeepsItsPlaceAndComments() throws IOException {
    for (int i = 0; i < FILES; i++) {
      List<String> sections = sections();
      write(sections);
      for (String name : names) {
        Target changed = target(name).with(TargetSetting.RETRIES, "7");
        targets().put(changed);
        assertThat(targets().get(name)).isEqualTo(changed);
        assertThat(targets().names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(text()).contains("# a comment within" + end).contains("# where" + end);
        for (String other : sections) {
          if (!other.contains("old.example/" + name)) {
            assertThat(text()).contains(other.replace("\n", end));
          }
        }
        write(sections);
      }
    }
  }

  @Test
  void textThatIsNoTomlIsSurvived() {
    List<String> pieces =
        Arrays.asList(
            "[", "]", "\"", "'", "\"\"\"", "'''", "#", "=", ".", "\\", "\n", "\r", "a", "{", " ");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      TomlText toml = new TomlText(text.toString());
      assertThat(toml.remove(List.of("a")).text().length()).isLessThanOrEqualTo(text.length());
      assertThat(toml.set(List.of("a"), "b", "1").text()).isNotEmpty();
    }
  }
}
