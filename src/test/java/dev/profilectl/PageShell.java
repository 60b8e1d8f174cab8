package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Screen;
import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.ServeChoice;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.cli.Workspace.Serving;
import dev.profilectl.cli.Workspace.StoreChoice;
import dev.profilectl.terminal.Streams;
import dev.profilectl.validation.DocumentedSystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As much of a shell as the guides need: the program in pipes, {@code < FILE}, {@code > FILE}, and
 * {@code profilectl serve … &}, which is a real server on a free port. Ids, times and the server's
 * address are shown as the page has them.
 */
final class PageShell implements AutoCloseable {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern ID =
      Pattern.compile("\\b([a-z0-9]{26}|20\\d{6}-\\d{6}-[a-z0-9]{5})\\b");

  /** Where a picture is: a day, a user and a file, the end of which a table may cut off. */
  private static final Pattern PICTURE =
      Pattern.compile("\\b20\\d{6}/users/[a-z0-9]{26}/([a-z0-9]{1,26})");

  private static final String USER_OF_PAGE = "20261120/users/n4wjpzfqtjf7zjbxp8xskazo3y/";
  private static final String FILE_OF_PAGE = "s1ipn3e917gbimuc58p4nf85bo";
  private static final String ADDRESS = "http://127.0.0.1:9004";

  private final Path home;
  private final Map<String, String> idsOfPage = new LinkedHashMap<>();
  private @Nullable Serving serving;
  private int lastExit;

  PageShell(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("photos"));
    Path images = Path.of("src/test/resources/images");
    Files.copy(images.resolve("photo.jpg"), home.resolve("photo.jpg"));
    Files.copy(images.resolve("photo.jpg"), home.resolve("photos/ada.jpg"));
    Files.copy(images.resolve("png-colour.png"), home.resolve("photos/Bob.png"));
  }

  int lastExit() {
    return lastExit;
  }

  /** Runs a line; what a person sees of it, as the page would say it. */
  Screen run(String line, String shown) throws IOException {
    if (line.endsWith(" &")) {
      return new Screen(0, serve(line));
    }
    String real = line;
    for (Map.Entry<String, String> id : idsOfPage.entrySet()) {
      real = real.replace(id.getValue(), id.getKey());
    }
    if (serving != null) {
      real = real.replace(ADDRESS, serving.url());
    }
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    byte[] input = new byte[0];
    String[] parts = real.split(" \\| ", -1);
    for (int i = 0; i < parts.length; i++) {
      input = stage(parts[i], input, i == parts.length - 1, screen);
    }
    return new Screen(lastExit, asOnPage(screen.toString(StandardCharsets.UTF_8), shown));
  }

  private byte[] stage(String part, byte[] input, boolean last, ByteArrayOutputStream screen)
      throws IOException {
    List<String> words = words(part);
    assertThat(words.removeFirst()).isEqualTo("profilectl");
    String from = after(words, "<");
    String to = after(words, ">");
    byte[] in = from == null ? input : Files.readAllBytes(home.resolve(from));
    boolean terminal = last && to == null;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> environment =
        Map.of(
            "HOME",
            home.toString(),
            "COLUMNS",
            "100",
            "NO_COLOR",
            "1",
            "USER",
            "sam",
            "PROFILECTL_BCRYPT_COST",
            "4",
            "PROFILECTL_PROGRESS",
            "none");
    Channels channels =
        new Channels(
            new ByteArrayInputStream(in),
            terminal ? screen : out,
            new PrintWriter(screen, true, StandardCharsets.UTF_8),
            new Streams(false, terminal, true));
    lastExit =
        new CommandRunner(new Application(channels, environment, home))
            .run(words.toArray(String[]::new));
    if (to != null) {
      Files.write(home.resolve(to), out.toByteArray());
    }
    return out.toByteArray();
  }

  private static @Nullable String after(List<String> words, String sign) {
    int at = words.indexOf(sign);
    if (at < 0) {
      return null;
    }
    words.remove(at);
    return words.remove(at);
  }

  private String serve(String line) {
    List<String> words = words(line);
    String store = after(words, "--store");
    assertThat(words.subList(0, 2)).containsExactly("profilectl", "serve");
    Channels channels =
        new Channels(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Streams.NONE);
    Map<String, String> environment =
        Map.of("HOME", home.toString(), "PROFILECTL_BCRYPT_COST", "4");
    Application application = new Application(channels, environment, home);
    serving =
        application.serve(
            new StoreChoice(store, true),
            new ServeChoice(
                new ServeChoice.Place("127.0.0.1", 0, null, null, null),
                Arrays.asList(DocumentedSystem.values()),
                words.contains("--quirks") ? Set.of(DocumentedSystem.values()) : Set.of(),
                words.contains("test"),
                2 << 20,
                "",
                null,
                Locale.ENGLISH));
    return "ready " + ADDRESS;
  }

  private String asOnPage(String text, String shown) {
    List<String> expected = ids(shown);
    List<String> got = ids(text).stream().filter(id -> !idsOfPage.containsKey(id)).toList();
    List<String> fresh = expected.stream().filter(id -> !idsOfPage.containsValue(id)).toList();
    for (int i = 0; i < got.size(); i++) {
      idsOfPage.put(got.get(i), i < fresh.size() ? fresh.get(i) : got.get(i));
    }
    String told = text.replace(home.toString(), "~");
    for (Map.Entry<String, String> id : idsOfPage.entrySet()) {
      told = told.replace(id.getKey(), id.getValue());
    }
    if (serving != null) {
      String authority = serving.url().substring("http://".length());
      told = told.replace(serving.url(), ADDRESS).replace(authority, "127.0.0.1:9004");
    }
    told =
        PICTURE
            .matcher(told)
            .replaceAll(path -> USER_OF_PAGE + FILE_OF_PAGE.substring(0, path.group(1).length()));
    return told.replaceAll("\\b20\\d\\d-\\d\\d-\\d\\dT[0-9:.]{12}Z", "2026-11-20T17:07:40.790Z")
        .replaceAll("(JPEG, 512 × 512), \\d+ kB", "$1, 34 kB")
        .replaceAll("(?m)[ \\t]+$", "");
  }

  private static List<String> ids(String text) {
    return ID.matcher(PICTURE.matcher(text).replaceAll(""))
        .results()
        .map(found -> found.group())
        .distinct()
        .toList();
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words;
  }

  @Override
  public void close() {
    if (serving != null) {
      serving.close();
    }
  }
}
