package dev.profilectl.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts words in the place of what differs from run to run. Ids and runs are numbered by their first
 * appearance, so that it shows which are the same; a command may use those names.
 */
final class Masks {
  private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9])[a-z0-9]{26}(?![A-Za-z0-9])");
  private static final Pattern RUN = Pattern.compile("[0-9]{8}-[0-9]{6}-[a-z0-9]{5}");
  private static final Pattern TIME =
      Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z");
  private static final Pattern DAY = Pattern.compile("20[0-9]{6}(?=/users/)");
  private static final Pattern SHA = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  /** What encoders make differs between machines. */
  private static final Pattern SIZE =
      Pattern.compile("(?<![0-9.])[0-9]+(\\.[0-9])? [kM]?B(?![A-Za-z])");

  private final String folder;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<Own> own = new ArrayList<>();

  private record Own(Pattern pattern, String name) {}

  Masks(Path folder) {
    this.folder = folder.toString();
  }

  /** Masks what this case says besides. */
  void add(String name, String pattern) {
    own.add(new Own(Pattern.compile(pattern, Pattern.MULTILINE), name));
  }

  String mask(String text) {
    String masked = text.replace(folder, "{dir}");
    masked = replace(masked, TIME, "time", false);
    masked = replace(masked, RUN, "run", true);
    masked = replace(masked, SHA, "sha", false);
    masked = replace(masked, SIZE, "size", false);
    masked = replace(masked, DAY, "day", false);
    masked = replace(masked, ID, "id", true);
    for (Own mask : own) {
      masked = mask.pattern.matcher(masked).replaceAll("<" + mask.name + ">");
    }
    return masked;
  }

  private String replace(String text, Pattern pattern, String kind, boolean numbered) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder masked = new StringBuilder();
    while (matcher.find()) {
      String found = matcher.group();
      String name = numbered ? name(kind, found) : "<" + kind + ">";
      // a column that follows stays in its place
      boolean column = text.startsWith("  ", matcher.end());
      String padding = column ? " ".repeat(Math.max(0, found.length() - name.length())) : "";
      matcher.appendReplacement(masked, Matcher.quoteReplacement(name + padding));
    }
    return matcher.appendTail(masked).toString();
  }

  private String name(String kind, String found) {
    String known = names.get(found);
    if (known != null) {
      return known;
    }
    long count = names.values().stream().filter(name -> name.startsWith("<" + kind)).count();
    String name = "<" + kind + (count + 1) + ">";
    names.put(found, name);
    return name;
  }

  /** The text behind the names of a command, an environment variable or a file. */
  String unmask(String text) {
    String plain = text.replace("{dir}", folder);
    for (Map.Entry<String, String> name : names.entrySet()) {
      plain = plain.replace(name.getValue(), name.getKey());
    }
    return plain;
  }
}
