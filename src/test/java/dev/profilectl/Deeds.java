package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.terminal.Streams;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A process that does all kinds of things to a store, one after the other, until it is killed or
 * has done enough: folder, tag, seed, how many, and the kinds to choose from. Tells on standard
 * output what it is about to do, {@code try}, and what it has done, {@code ack}; each deed has a
 * word of its own, which is then in the store.
 */
final class Deeds {
  /** How many users an import changes. */
  static final int ROWS = 60;

  /** Every so often an import takes so many rows that it is done in several transactions. */
  static final int MANY_ROWS = 5_500;

  private static final Set<Kind> LEAVE_A_STORE =
      EnumSet.of(Kind.BACKUP, Kind.RESTORE, Kind.UPGRADE);
  private static final Pattern RUN = Pattern.compile("[0-9]{8}-[0-9]{6}-[a-z0-9]{5}");
  private static final Pattern SHA = Pattern.compile("\"sha256\": ?\"([0-9a-f]{64})\"");

  private final Path folder;
  private final String tag;
  private final Random random;
  private final Path store;

  private Deeds(Path folder, String tag, long seed) {
    this.folder = folder;
    this.tag = tag;
    this.random = new Random(seed);
    this.store = folder.resolve("store.db");
  }

  /** What it can do. */
  enum Kind {
    /** {@code ack update WORD}: the label and the city of ada are the word. */
    UPDATE,
    /** {@code ack upload WORD SHA}: a picture of ada. */
    UPLOAD,
    /** {@code ack import WORD RUN}: the label and the city of many are the word. */
    IMPORT,
    /** {@code ack undo WORD RUN}: an import, and then the run that puts it back. */
    UNDO,
    /** {@code ack backup WORD}: the file of that name. */
    BACKUP,
    /**
     * {@code ack restore WORD}: a copy from before the label and the city of ada were the word is
     * the store again, and the state between is in the file of that name.
     */
    RESTORE,
    /** {@code ack compact WORD}: what pictures were made from is gone. */
    COMPACT,
    /**
     * {@code ack upgrade WORD}: a store of that name, copied from an old one, has the present
     * schema.
     */
    UPGRADE,
    /** {@code ack create WORD}: a user of that name, deleted or purged by the next. */
    CREATE,
    /** {@code ack delete WORD}: a user of that name is deleted. */
    DELETE,
    /** {@code ack read WORD}: lists, history, exports and checks. */
    READ
  }

  static void main(String[] words) throws IOException {
    Deeds deeds = new Deeds(Path.of(words[0]), words[1], Long.parseLong(words[2]));
    List<Kind> kinds =
        Stream.of(words).skip(4).map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT))).toList();
    long end = System.nanoTime() + Long.parseLong(words[3]) * 1_000_000;
    for (int i = 0; System.nanoTime() < end; i++) {
      Kind kind = kinds.get(deeds.random.nextInt(kinds.size()));
      deeds.act(kind, words[1] + "-" + i);
    }
  }

  private void act(Kind kind, String word) throws IOException {
    String name = kind.name().toLowerCase(Locale.ROOT) + " " + word;
    Path file = folder.resolve(word);
    switch (kind) {
      case UPLOAD -> picture(file);
      case IMPORT, UNDO -> rows(file, word);
      case UPGRADE -> Files.copy(folder.resolve("old.db"), file);
      case RESTORE -> {
        run("store", "backup", file + ".from");
        run("user", "update", "ada", "--set", "label=" + word, "--city", word);
      }
      case UPDATE, BACKUP, COMPACT, CREATE, DELETE, READ -> {}
    }
    say("try " + name);
    String told =
        switch (kind) {
          case UPDATE -> run("user", "update", "ada", "--set", "label=" + word, "--city", word);
          case UPLOAD ->
              found(SHA, run("avatar", "upload", "ada", file.toString(), "-o", "json"), 1);
          case IMPORT -> imported(file);
          case UNDO -> {
            String run = imported(file);
            run("run", "undo", run, "-q", "--yes");
            yield run;
          }
          case BACKUP -> run("store", "backup", file.toString());
          case RESTORE ->
              run("store", "restore", file + ".from", "--yes", "--keep-as", file.toString());
          case COMPACT -> run("store", "compact", "--drop-originals");
          case UPGRADE ->
              run("user", "update", "u1", "--set", "label=" + word, "--store", file.toString());
          case CREATE -> run("user", "create", word, "--city", word);
          case DELETE -> {
            run("user", "create", word, "--city", word);
            yield run("user", "delete", word, "--yes", random.nextBoolean() ? "--purge" : "-q");
          }
          case READ -> {
            run("user", "list", "--limit", "5");
            run("user", "history", "ada");
            run("user", "export", "--where", "city=" + word);
            run("run", "list", "--limit", "3");
            yield run("store", "check");
          }
        };
    boolean says = kind == Kind.UPLOAD || kind == Kind.IMPORT || kind == Kind.UNDO;
    say("ack " + name + (says ? " " + told : ""));
    if (!LEAVE_A_STORE.contains(kind)) {
      Files.deleteIfExists(file);
    }
  }

  /** Users of this process' own, and one whom all change. */
  private void rows(Path file, String word) throws IOException {
    int many =
        random.nextInt(8) == 0 && folder.resolve("many").toFile().exists() ? MANY_ROWS : ROWS;
    StringBuilder csv = new StringBuilder("username,label,city\n");
    for (int i = 1; i <= many; i++) {
      csv.append(tag.charAt(0)).append("-user").append(i);
      csv.append(',').append(word).append(',').append(word).append('\n');
    }
    Files.writeString(file, csv);
  }

  private String imported(Path file) {
    String[] words = {"user", "import", file.toString(), "--mode", "upsert", "--format", "csv"};
    return found(RUN, run(words), 0);
  }

  private void picture(Path file) throws IOException {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1600; i++) {
      image.setRGB(i % 40, i / 40, random.nextInt());
    }
    File made = file.toFile();
    if (!ImageIO.write(image, "png", made)) {
      throw new IOException("no picture was made");
    }
  }

  private static String found(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(text);
    }
    return matcher.group(group);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Runs a command that has to work; both streams. */
  private String run(String... words) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintWriter err = new PrintWriter(told, true, StandardCharsets.UTF_8);
    Streams none = new Streams(false, false, false);
    Channels channels = new Channels(InputStream.nullInputStream(), told, err, none);
    boolean elsewhere = List.of(words).contains("--store");
    String[] all =
        Stream.concat(
                Stream.of(words),
                elsewhere ? Stream.empty() : Stream.of("--store", store.toString()))
            .toArray(String[]::new);
    int exit = new CommandRunner(new Application(channels, System.getenv(), folder)).run(all);
    err.flush();
    if (exit != 0) {
      System.err.println(String.join(" ", all) + " ended with " + exit + ": " + told);
      System.exit(1);
    }
    return told.toString(StandardCharsets.UTF_8);
  }
}
