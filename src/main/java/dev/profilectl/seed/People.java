package dev.profilectl.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The people of one script: names, and places they live in.
 *
 * @param order how a name is put together, see the table
 * @param places country, province and city
 */
record People(String order, List<String> given, List<String> family, List<List<String>> places) {
  private static final List<People> ALL = read();

  private static List<People> read() {
    try (InputStream table = People.class.getResourceAsStream("people.txt")) {
      if (table == null) {
        throw new IllegalStateException("no people.txt");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1))
          .map(
              cells ->
                  new People(
                      cells[0],
                      words(cells[1], ","),
                      words(cells[2], ","),
                      words(cells[3], ";").stream().map(place -> words(place, "/")).toList()))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> words(String text, String between) {
    return List.of(text.split(between, -1));
  }

  /** All of them, in the order of the table. */
  static List<People> all() {
    return ALL;
  }

  /** A name. */
  String name(SplitMix random) {
    String first = random.pick(given);
    String last = random.pick(family);
    return switch (order) {
      case "f" -> last + " " + first;
      case "j" -> last + first;
      default -> first + " " + last;
    };
  }
}
