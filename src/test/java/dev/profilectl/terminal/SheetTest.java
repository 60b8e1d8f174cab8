package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final Sheet PICTURE = Sheet.of(new TerminalSize(3, 2), "<P>");

  @Test
  void linesAloneAreJustWritten() {
    assertThat(Sheet.of(List.of("a ", "b")).text()).isEqualTo("a \nb\n");
  }

  @Test
  void aPictureIsDrawnOverItsBlankLines() {
    assertThat(PICTURE.text()).isEqualTo("\n\n\u001b7\u001b[2A<P>\u001b8");
  }

  @Test
  void factsStandBesideOrBelow() {
    assertThat(PICTURE.beside(List.of("x", "y", "z"), 80).text())
        .isEqualTo("     x\n     y\n\u001b7\u001b[2A<P>\u001b8     z\n");
    assertThat(PICTURE.beside(List.of("long"), 6).text())
        .isEqualTo("\n\n\u001b7\u001b[2A<P>\u001b8\nlong\n");
  }

  @Test
  void picturesStandSideBySide() {
    Sheet small = Sheet.of(new TerminalSize(2, 1), "<Q>").above(Sheet.of(List.of("q")));
    assertThat(Sheet.row(List.of(PICTURE, Sheet.of(List.of("", ">")), small), "  ").text())
        .isEqualTo("\n\u001b7\u001b[1A\u001b[8C<Q>\u001b8     >  q\n\u001b7\u001b[2A<P>\u001b8");
  }

  @Test
  void oneAboveTheOtherKeepsTheirPlaces() {
    Sheet both = Sheet.of(List.of("title")).above(PICTURE).above(PICTURE);
    assertThat(both.pictures()).extracting(Sheet.Placed::row).containsExactly(1, 3);
    assertThat(both.text())
        .isEqualTo("title\n\n\n\u001b7\u001b[2A<P>\u001b8\n\n\u001b7\u001b[2A<P>\u001b8");
  }
}
