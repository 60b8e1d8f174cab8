package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
  private static final int MOST = 1000;

  @TempDir Path folder;

  private PictureFiles open(String name, boolean deep) {
    return PictureFiles.open(folder.resolve(name), name, deep);
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Path zip(String... namesAndContents) throws IOException {
    Path file = folder.resolve("p.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndContents[i]));
        out.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return file;
  }

  @Test
  void aFolderIsReadOneDeepOrWhole() throws IOException {
    file("d/b.png", "b");
    file("d/.DS_Store", "x");
    file("d/Thumbs.db", "x");
    file("d/in/a.png", "a");
    file("d/__MACOSX/._a.png", "x");
    Files.createSymbolicLink(folder.resolve("d/c.png"), folder.resolve("d/b.png"));
    Files.createSymbolicLink(folder.resolve("d/loop"), folder.resolve("d"));
    try (PictureFiles files = open("d", false)) {
      assertThat(files.names()).containsExactly("b.png", "c.png");
      assertThat(files.read("c.png", MOST)).isEqualTo("b".getBytes(StandardCharsets.UTF_8));
      assertThat(files.bytes("b.png")).isEqualTo(1);
    }
    try (PictureFiles files = open("d", true)) {
      assertThat(files.names()).containsExactly("b.png", "c.png", "in/a.png");
    }
  }

  @Test
  void namesOfAnArchiveLeadNowhere() throws IOException {
    zip(
        "../../evil.png",
        "e",
        "/etc/passwd",
        "p",
        "a/b.png",
        "b",
        "a/",
        "",
        "__MACOSX/._b.png",
        "x");
    try (PictureFiles files = open("p.zip", false)) {
      assertThat(files.names()).containsExactly("../../evil.png", "/etc/passwd", "a/b.png");
      assertThat(files.read("../../evil.png", MOST)).isEqualTo(new byte[] {'e'});
      assertThat(files.read("/etc/passwd", MOST)).isEqualTo(new byte[] {'p'});
    }
    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(folder.resolve("p.zip"));
    }
  }

  @Test
  void aBombIsReadAsFarAsAPictureMayBeLong() throws IOException {
    Path file = folder.resolve("p.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("bomb.png"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    try (PictureFiles files = open("p.zip", false)) {
      assertThat(files.read("bomb.png", MOST)).hasSize(MOST + 1);
    }
  }

  @Test
  void anEncryptedArchiveIsRefusedWithAWayOut() throws IOException {
    byte[] bytes = Files.readAllBytes(zip("a.png", "a"));
    // bit 0 of the flags, in the entry and in the directory at the end
    for (int i = 0; i + 4 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
        bytes[i + 6] |= 1;
      } else if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 8] |= 1;
      }
    }
    Files.write(folder.resolve("p.zip"), bytes);
    assertThatThrownBy(() -> open("p.zip", false))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("encrypted");
  }

  @Test
  void namesInAnOldAlphabetAreRead() throws IOException {
    Path file = folder.resolve("p.zip");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.ISO_8859_1)) {
      out.putNextEntry(new ZipEntry("ada\u00ff.png"));
      out.write('a');
      out.closeEntry();
    }
    try (PictureFiles files = open("p.zip", false)) {
      assertThat(files.names()).hasSize(1);
      assertThat(files.read(files.names().getFirst(), MOST)).isEqualTo(new byte[] {'a'});
    }
  }

  @Test
  void whateverIsDamagedIsAFailureAndNoCrash() throws IOException {
    byte[] whole = Files.readAllBytes(zip("a.png", "aaaa", "b/c.png", "cccccccc"));
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - (i % 5 == 0 ? random.nextInt(60) : 0));
      for (int change = random.nextInt(4); change >= 0; change--) {
        damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
      }
      Files.write(folder.resolve("d.zip"), damaged);
      try (PictureFiles files = open("d.zip", false)) {
        for (String name : files.names()) {
          assertThat(files.read(name, MOST)).hasSizeLessThanOrEqualTo(MOST + 1);
        }
      } catch (Failure told) {
        assertThat(told.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void whatIsNeitherIsRefused() throws IOException {
    file("a.txt", "hello");
    assertThatThrownBy(() -> open("a.txt", false)).isInstanceOf(Usage.class);
    assertThatThrownBy(() -> open("none", false)).isInstanceOf(NotFound.class);
    Files.write(
        folder.resolve("empty.zip"),
        new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    try (PictureFiles files = open("empty.zip", false)) {
      assertThat(files.names()).isEmpty();
    }
  }
}
