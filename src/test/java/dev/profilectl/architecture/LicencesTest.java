package dev.profilectl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Every library, also those of the tests alone, comes under a licence that suits ours. */
class LicencesTest {
  /** What may be passed on together with Apache 2.0. */
  private static final Pattern SUITS =
      Pattern.compile(
          "(?i).*(apache.*2|\\bMIT\\b|BSD|EPL-2|Eclipse Public License.*2|Eclipse"
              + " Distribution|EDL).*");

  /** Libraries that only the build of this project sees, with the reason why they may differ. */
  private static final Map<String, String> TESTS_ONLY =
      Map.of("jmh-core", "GPL 2 with Classpath Exception; benchmarks are never passed on");

  /** The file that describes a library, and where those of others lie. */
  private record Described(Path repository, Element root) {
    static Described of(Path jar) throws IOException {
      Path version = above(jar);
      Path pom = version.resolve(jar.getFileName().toString().replaceAll("\\.jar$", ".pom"));
      if (!Files.exists(pom)) {
        // of a jar with a classifier
        pom = version.resolve(above(version).getFileName() + "-" + version.getFileName() + ".pom");
      }
      Element root = read(pom);
      String group = text(root, "groupId");
      Element parent = child(root, "parent");
      String folder = group == null && parent != null ? text(parent, "groupId") : group;
      Path repository = above(version);
      for (int i = 0; i <= String.valueOf(folder).chars().filter(c -> c == '.').count() + 1; i++) {
        repository = above(repository);
      }
      return new Described(repository, root);
    }

    /** Those of the library, or else of the nearest parent that names any. */
    List<String> licences() throws IOException {
      for (Element at = root; at != null; at = parent(at)) {
        Element licences = child(at, "licenses");
        if (licences != null) {
          List<String> names = new ArrayList<>();
          for (Element each : children(licences)) {
            names.add(String.valueOf(text(each, "name")));
          }
          return names;
        }
      }
      return List.of();
    }

    private @Nullable Element parent(Element of) throws IOException {
      Element parent = child(of, "parent");
      if (parent == null) {
        return null;
      }
      String name = text(parent, "artifactId");
      String version = text(parent, "version");
      Path folder = repository.resolve(String.valueOf(text(parent, "groupId")).replace('.', '/'));
      return read(folder.resolve(name + "/" + version + "/" + name + "-" + version + ".pom"));
    }

    private static Element read(Path pom) throws IOException {
      try {
        return DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
      } catch (ParserConfigurationException | SAXException wrong) {
        throw new IOException(pom.toString(), wrong);
      }
    }

    private static List<Element> children(Element of) {
      List<Element> children = new ArrayList<>();
      for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
        if (each instanceof Element element) {
          children.add(element);
        }
      }
      return children;
    }

    private static @Nullable Element child(Element of, String name) {
      return children(of).stream()
          .filter(each -> each.getTagName().equals(name))
          .findFirst()
          .orElse(null);
    }

    private static @Nullable String text(Element of, String name) {
      Element child = child(of, name);
      return child == null ? null : child.getTextContent().strip();
    }
  }

  private static Path above(Path path) {
    return Objects.requireNonNull(path.getParent());
  }

  @Test
  void everyLibraryMayBePassedOn() throws IOException {
    Map<String, List<String>> others = new TreeMap<>();
    int libraries = 0;
    for (String entry :
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).toList()) {
      Path jar = Path.of(entry).toAbsolutePath();
      if (entry.endsWith(".jar") && jar.toString().contains("/repository/")) {
        libraries++;
        List<String> licences = Described.of(jar).licences();
        boolean suits = licences.stream().anyMatch(name -> SUITS.matcher(name).matches());
        boolean known = TESTS_ONLY.containsKey(above(above(jar)).getFileName().toString());
        if (!suits && !known) {
          others.put(jar.getFileName().toString(), licences);
        }
      }
    }
    assertThat(libraries).as("libraries").isGreaterThan(20);
    assertThat(others).isEmpty();
  }
}
