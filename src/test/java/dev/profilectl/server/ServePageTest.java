package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.server.Served.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of serve.md. {@code -Dserve.rewrite=true} writes the real answers into the
 * page instead, for review as a diff.
 */
class ServePageTest {
  private static final Path PAGE = Path.of("src/docs/serve.md");
  private static final String FILE_ID = "nna9k8znspbninexatfz34fxga";
  private static final Pattern UPLOADED = Pattern.compile("\"file_infos\":\\[\\{\"id\":\"([^\"]+)");

  @TempDir Path folder;
  private String fileId = FILE_ID;

  @Test
  void answersAsThePageShows() throws IOException, InterruptedException {
    List<String> real = new ArrayList<>();
    try (Served served = new Served(folder, Manner.TEST)) {
      String token = served.token(ADA);
      boolean inside = false;
      for (String line : Files.readAllLines(PAGE)) {
        if (line.startsWith("```")) {
          inside = line.equals("```console");
        }
        if (!inside || line.startsWith("```")) {
          real.add(line);
        } else if (line.startsWith("$ ")) {
          real.add(line);
          real.add(masked(answer(line.substring(2), served.server.url(), token)));
        }
      }
    }
    if (Boolean.getBoolean("serve.rewrite")) {
      Files.write(PAGE, real);
    }
    assertThat(Files.readAllLines(PAGE)).isEqualTo(real);
  }

  private String answer(String command, String url, String token)
      throws IOException, InterruptedException {
    String real = command.replace("http://127.0.0.1:9004", url).replace(FILE_ID, fileId);
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", real);
    shell.environment().put("TOKEN", token);
    Process process = shell.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command).isZero();
    Matcher uploaded = UPLOADED.matcher(out);
    if (uploaded.find()) {
      fileId = uploaded.group(1);
    }
    return out.replace(fileId, FILE_ID);
  }

  /** Times and ids as the documents show them, so that the page does not change by the day. */
  private static String masked(String answer) {
    return answer
        .replaceAll("\\b[0-9]{13}\\b", "1612355036879")
        .replaceAll("(?<=_time\":)[0-9]{10}\\b", "1612355036")
        .replaceAll("\\b20[0-9]{6}/users", "20210208/users")
        .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{8}", "2021-02-08 15:14:48")
        .replaceAll(
            "(?<=/" + ADA + "/)(?!" + FILE_ID + ")[a-z0-9]{26}", "8rqpq3jqobr4tnjyz1ebqnyq1r");
  }
}
