package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.profilectl.scenario.CommandLine;
import dev.profilectl.scenario.Driver.Result;
import dev.profilectl.scenario.Pinned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The keys scripts rely on and their order, one a line. A key may be added; to take one away or to
 * move it breaks somebody's script.
 */
class KeysTest {
  @TempDir private Path folder;

  @Test
  void ofAUser() throws IOException {
    JsonNode made = json("user create ada -o json");
    Pinned.check("keys/user.txt", keys("", made));
    assertThat(keys("", json("user get ada -o json"))).isEqualTo(keys("", made));
    assertThat(keys("", json("user list -o json").get(0))).isEqualTo(keys("", made));
    assertThat(run("user get ada -o csv").stdout().lines().findFirst().orElseThrow().split(","))
        .containsExactly(keys("", made).split("\n"));
    JsonNode updated = json("user update ada --city London -o json");
    assertThat(keys("", updated.get("user"))).isEqualTo(keys("", made));
    assertThat(updated.fieldNames())
        .toIterable()
        .containsExactly("user", "changed", "created", "dry_run");
    assertThat(updated.get("changed").get(0).fieldNames())
        .toIterable()
        .containsExactly("field", "old", "new");
  }

  @Test
  void ofTheHistory() throws IOException {
    run("user create ada");
    JsonNode entry = json("user history ada -o json").get(0);
    String changes = keys("changes.", entry.get("changes").get(0));
    Pinned.check("keys/history.txt", keys("", entry) + changes);
  }

  @Test
  void ofAnUpload() throws IOException {
    Files.copy(Path.of("src/test/resources/images/png-colour.png"), folder.resolve("a.png"));
    String user = keys("", json("user create ada -o json"));
    JsonNode upload = json("avatar upload ada a.png -o json");
    assertThat(keys("", upload.get("user"))).isEqualTo(user);
    String avatar = keys("avatar.", upload.get("avatar"));
    String source = keys("source.", upload.get("source"));
    Pinned.check("keys/avatar-upload.txt", keys("", upload) + avatar + source);
    Pinned.check("keys/avatar-show.txt", keys("", json("avatar show ada -o json")));
  }

  @Test
  void ofAnError() throws IOException {
    String text = run("user create ada --gender 7 -o json").stderr();
    JsonNode error = new ObjectMapper().readTree(text).get("error");
    String problems = keys("problems.", error.get("problems").get(0));
    Pinned.check("keys/error.txt", keys("", error) + problems);
  }

  private static String keys(String prefix, JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(key -> keys.add(prefix + key + "\n"));
    return String.join("", keys);
  }

  private JsonNode json(String line) throws IOException {
    return new ObjectMapper().readTree(run(line).stdout());
  }

  private Result run(String line) throws IOException {
    return new InProcess().run(CommandLine.in(folder, line));
  }
}
