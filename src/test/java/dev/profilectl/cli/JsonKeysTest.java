package dev.profilectl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.profilectl.Markdown;
import dev.profilectl.Program;
import dev.profilectl.remote.fake.FakeZaihangyun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the keys of results with those the reference page promises, and their order. */
class JsonKeysTest {
  @TempDir private Path home;

  @Test
  void everyResultHasTheKeysOfThePage() throws IOException {
    String user = run("user create ada --city London");
    JsonNode update = json(run("user update ada --city Paris"));
    JsonNode upload = json(run("avatar upload ada src/test/resources/images/photo.jpg"));
    JsonNode error =
        json(new Program(home, false).run("user", "create", "b c", "-o", "json").err());

    Map<String, JsonNode> results = new LinkedHashMap<>();
    results.put("user get", json(run("user get ada")));
    results.put("user update", update);
    results.put("a change in it", update.path("changed").get(0));
    results.put("user delete", json(run("user delete ada --dry-run")));
    results.put("user history", json(run("user history ada")));
    results.put("avatar upload", upload);
    results.put("avatar in it", upload.path("avatar"));
    results.put("source in it", upload.path("source"));
    results.put("avatar show", json(run("avatar show ada")));
    String nobody = "avatar review --where username=nobody -o ndjson";
    results.put(
        "avatar review", json(new Program(home, false).attended(nobody.split(" ", -1)).out()));
    results.put("avatar sheet", json(run("avatar sheet --out " + home + "/sheet.html")));
    results.put("store info", json(run("store info")));
    JsonNode target = json(run("target add shop --system weidu --url shop.example.org"));
    results.put("target list", json(run("target list")));
    results.put("target show", json(run("target show shop")));
    try (FakeZaihangyun server = FakeZaihangyun.start()) {
      server.user("t0ken", Map.of("username", "ada"));
      Files.writeString(home.resolve("token"), "t0ken\n");
      run("target add zai --system zaihangyun --url " + server.url(""));
      results.put("target login", json(run("target login zai --token-file " + home + "/token")));
      results.put("target test", json(run("target test zai")));
    }
    Path wrong = Files.writeString(home.resolve("wrong.csv"), "username,gender\nada,7\n");
    results.put("validate", json(run("validate " + wrong)));
    Path rows = Files.writeString(home.resolve("rows.csv"), "username,city\nada,Oslo\n");
    results.put("user import", json(run("user import " + rows)));
    JsonNode runs = json(run("run list"));
    results.put("run list", runs);
    String id = runs.path("run").asText();
    results.put("run show", json(run("run show " + id)));
    results.put("run show --rows", json(run("run show " + id + " --rows all")));
    results.put("token issue", json(run("token issue ada")));
    results.put("token list", json(run("token list")));
    results.put("seed apply", json(run("seed apply --count 1 --tag ci-7")));
    results.put("seed clean", json(run("seed clean --tag ci-7")));
    results.put("doctor", json(run("doctor --target local")));
    results.put("code explain", json(run("code explain 400124")));
    results.put("version", json(run("version")));
    results.put("an error, on stderr", error.path("error"));
    results.put("a problem in it", error.path("error").path("problems").get(0));

    Map<String, List<String>> told = new LinkedHashMap<>();
    new Markdown("src/docs/reference.md")
        .table("## JSON")
        .forEach(row -> told.put(row.get(0).replace("`", ""), Markdown.codes(row.get(1))));
    Map<String, List<String>> built = new LinkedHashMap<>();
    results.forEach((name, result) -> built.put(name, keys(result)));
    assertThat(told).isEqualTo(built);

    assertThat(keys(json(user))).isEqualTo(built.get("user get"));
    assertThat(keys(json(run("user list")))).isEqualTo(built.get("user get"));
    assertThat(keys(json(run("avatar edit ada --size 64")))).isEqualTo(built.get("avatar upload"));
    assertThat(keys(json(run("avatar restore ada")))).isEqualTo(built.get("avatar upload"));
    assertThat(keys(json(run("avatar delete ada")))).isEqualTo(built.get("user update"));
    assertThat(keys(target)).isEqualTo(built.get("target show"));
    assertThat(keys(json(run("target show local")))).isEqualTo(built.get("target show"));
    assertThat(keys(json(run("run undo " + id)))).isEqualTo(built.get("user import"));
    assertThat(keys(json(run("code list")))).isEqualTo(built.get("code explain"));
  }

  private String run(String words) {
    return new Program(home, false).run((words + " -o ndjson").split(" ", -1)).out();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.lines().findFirst().orElseThrow());
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
