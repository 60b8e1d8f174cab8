package dev.profilectl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, as tests read it. */
public final class Markdown {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final List<String> lines;

  /** Reads a page by its path below the root of the project. */
  public Markdown(String path) {
    try {
      lines = Files.readAllLines(Path.of(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All of it. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** What stands under a heading, up to the next of its rank or above. */
  public List<String> section(String heading) {
    int start = lines.indexOf(heading);
    if (start < 0) {
      throw new AssertionError("no heading: " + heading);
    }
    int rank = heading.indexOf(' ');
    return lines.stream()
        .skip(start + 1L)
        .takeWhile(line -> !line.matches("#{1," + rank + "} .*"))
        .toList();
  }

  /** The rows of the first table under a heading, without its head; each a list of cells. */
  public List<List<String>> table(String heading) {
    return tables(heading).getFirst();
  }

  /** The rows of all tables under a heading. */
  public List<List<List<String>>> tables(String heading) {
    List<List<List<String>>> tables = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    List<String> section = new ArrayList<>(section(heading));
    section.add("");
    for (String line : section) {
      if (line.startsWith("|")) {
        rows.add(cells(line));
      } else if (!rows.isEmpty()) {
        tables.add(List.copyOf(rows.subList(2, rows.size())));
        rows.clear();
      }
    }
    return tables;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("(?<!\\\\)\\|"))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }

  /** What stands in backticks. */
  public static List<String> codes(String text) {
    return CODE.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
