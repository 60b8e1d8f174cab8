package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.RandomPatches;
import dev.profilectl.remote.fake.FakeZaihangyun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles edited as text, by editors that are scripts. */
class UserEditTest {
  private static final Set<Field> TEXTS =
      EnumSet.of(
          Field.NICKNAME,
          Field.GENDER,
          Field.BIRTHDAY,
          Field.OAID,
          Field.DEVICE_ID,
          Field.EMAIL,
          Field.COUNTRY,
          Field.PROVINCE,
          Field.CITY,
          Field.EXT_DATA,
          Field.DESC,
          Field.LEVEL,
          Field.MAJOR,
          Field.LABEL,
          Field.SKILL,
          Field.AWARD_INFO,
          Field.ROLES,
          Field.AVATAR_URL);

  @TempDir private Path home;

  private int edit(String editor, String... words) {
    Workspace workspace = new Program(home, false).workspace();
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("EDITOR", editor);
    environment.put("PATH", System.getenv("PATH"));
    return new CommandRunner(workspace.with(environment)).run(words);
  }

  private Program.Run run(String... words) {
    return new Program(home, false).run(words);
  }

  private ObjectNode profile(String user) throws IOException {
    ObjectNode profile =
        (ObjectNode) new ObjectMapper().readTree(run("user", "get", user, "-o", "json").out());
    profile.remove(List.of("id", "username", "version", "create_at", "update_at"));
    return profile;
  }

  /** One user's text, under another's name, makes the other the same. */
  @Test
  void whateverAProfileHoldsCanBeWrittenAsText() throws IOException {
    RandomPatches patches = new RandomPatches(11);
    Path seen = home.resolve("seen.yaml");
    run("user", "create", "ada");
    for (int i = 0; i < 25; i++) {
      String bob = "bob" + i;
      run("user", "create", bob);
      run(words(bob, patches.of(TEXTS)));
      assertThat(edit("cp \"$1\" '" + seen + "'; true", "user", "edit", bob)).isZero();
      assertThat(profile(bob)).isEqualTo(profile(bob));
      String[] own = {
        run("user", "get", "ada", "-o", "id").out().strip(),
        run("user", "get", "ada", "--fields", "version", "--no-headers").out().strip()
      };
      String page =
          Files.readString(seen)
              .replaceFirst("(?m)^id: .*", "id: " + own[0])
              .replaceFirst("(?m)^version: .*", "version: " + own[1])
              .replaceFirst("(?m)^username: .*", "username: ada");
      Files.writeString(seen, page);
      assertThat(edit("cp '" + seen + "' \"$1\"; true", "user", "edit", "ada")).as(page).isZero();
      assertThat(profile("ada")).as(page).isEqualTo(profile(bob));
    }
    assertThat(home.resolve(".local/state/profilectl/drafts")).isEmptyDirectory();
  }

  private static String[] words(String user, ProfilePatch patch) {
    List<String> words = new ArrayList<>(List.of("user", "update", user));
    patch
        .set()
        .forEach((field, value) -> words.addAll(List.of("--set", field.key() + "=" + value)));
    words.addAll(List.of("--set", "work_num=7"));
    return words.toArray(String[]::new);
  }

  @Test
  void aKeptDraftIsForItsOwnerAlone() throws IOException {
    run("user", "create", "ada");
    assertThat(edit("chmod 644 \"$1\"; echo 'nickname: [' >>\"$1\"; true", "user", "edit", "ada"))
        .isEqualTo(7);
    try (Stream<Path> all = Files.walk(home.resolve(".local/state/profilectl/drafts"))) {
      assertThat(all.toList())
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void aUserOfAServerIsOneRunThere() throws IOException {
    try (FakeZaihangyun server = FakeZaihangyun.start()) {
      server.user("t0ken", Map.of("username", "ada", "city", "London", "nickname", "Ada"));
      Files.writeString(home.resolve("token"), "t0ken\n");
      run("target", "add", "zai", "--system", "zaihangyun", "--url", server.url(""));
      run("target", "login", "zai", "--token-file", home.resolve("token").toString());
      Path seen = home.resolve("seen.yaml");
      assertThat(
              edit(
                  "sed -i 's/^city:.*/city: Paris/' \"$1\"; cp \"$1\" '" + seen + "'; true",
                  "user",
                  "edit",
                  "me",
                  "-t",
                  "zai"))
          .isZero();
      assertThat(run("user", "get", "me", "-t", "zai", "--fields", "nickname,city").out())
          .isEqualTo("nickname\tcity\nAda\tParis\n");
      assertThat(Files.readString(seen))
          .doesNotContainPattern("(?m)^(version|skill|username|password):")
          .contains("\n#   username: ada\n");
      assertThat(run("run", "list", "-t", "zai", "-o", "ndjson").out())
          .contains("\"command\":\"user edit\"")
          .hasLineCount(1);
      assertThat(edit("sed -i 's/^city:.*/skill: x/'", "user", "edit", "me", "-t", "zai"))
          .isEqualTo(7);
    }
  }
}
