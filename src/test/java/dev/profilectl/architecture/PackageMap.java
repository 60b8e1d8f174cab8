package dev.profilectl.architecture;

import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which package may use which, and where each library lives: the table of {@code
 * src/docs/architecture.md}, with which a test compares it. Packages that are still to come are in
 * it too. To move a wall change both, in a commit of its own.
 */
final class PackageMap {
  /**
   * A package, or a noun's packages together.
   *
   * @param name below the root; {@code cli} stands for the packages below it as well
   * @param uses the names of those it may use, besides itself
   */
  record Area(String name, Set<String> uses) {}

  /**
   * A library that is kept in one place.
   *
   * @param prefix how the names of its packages start
   * @param homes the names of the packages that may use it
   */
  record Library(String prefix, Set<String> homes) {}

  static final String ROOT = "";

  static final List<Area> AREAS =
      List.of(
          area(
              ROOT,
              "cli shell terminal server bulk seed store remote dialect image image.fetch output"
                  + " config trust profile failure validation"),
          area(
              "cli",
              "shell terminal bulk seed dialect image image.fetch output config profile failure"
                  + " validation"),
          area("shell", "terminal failure"),
          area("terminal", "failure"),
          area("server", "dialect profile image validation failure"),
          area("bulk", "profile validation image failure"),
          area("seed", "profile image failure"),
          area("store", "profile bulk validation failure"),
          area("remote", "dialect profile config validation trust failure"),
          area("dialect", "profile validation failure"),
          area("image", "failure"),
          area("image.fetch", "image trust failure"),
          area("output", "terminal failure"),
          area("config", "validation failure"),
          area("trust", "failure"),
          area("profile", "validation failure"),
          area("failure", "validation"),
          area("validation"));

  static final List<Library> LIBRARIES =
      List.of(
          library("picocli", "cli"),
          library("java.sql", "store"),
          library("javax.sql", "store"),
          library("org.sqlite", "store"),
          library("at.favre.lib", "store"),
          library("org.jline", "terminal"),
          library("org.jline.reader", "terminal shell"),
          library("javax.imageio", "image"),
          library("java.awt", "image"),
          library("com.twelvemonkeys", "image"),
          library("org.hibernate", "validation"),
          library("jakarta.validation", "validation"),
          library("com.fasterxml.jackson", "server bulk remote dialect output config validation"),
          library("org.yaml.snakeyaml", "bulk"),
          library("java.net.http", "remote"),
          library("org.apache.hc", "image.fetch"),
          library("com.github.mizosoft", "remote"),
          library("org.eclipse.jetty", "server"));

  private PackageMap() {}

  private static Area area(String name, String... uses) {
    return new Area(name, words(String.join(" ", uses)));
  }

  private static Library library(String prefix, String homes) {
    return new Library(prefix, words(homes));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ", -1)));
  }

  /** The area of a package by its name below the root; none where the map does not know it. */
  static Optional<Area> areaOf(String packageName) {
    String name = packageName.startsWith("cli.") ? "cli" : packageName;
    return AREAS.stream().filter(area -> area.name().equals(name)).findFirst();
  }

  /** The library a package belongs to; the longest prefix decides. */
  static Optional<Library> libraryOf(String packageName) {
    return LIBRARIES.stream()
        .filter(library -> (packageName + ".").startsWith(library.prefix() + "."))
        .max(comparingInt(library -> library.prefix().length()));
  }
}
