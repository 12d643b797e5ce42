package fallline.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A long formula")
class FormulaPartsTest {
    @Test
    @DisplayName("ends its lines before the signs that join terms, and not before those in brackets, groups and powers")
    void parts() {
        assertThat(FormulaParts.of("J(x, y) = e^{-x^2 + 1} + 2\\left(x - y\\right)-y"))
                .containsExactly(
                        "J(x, y) ",
                        "\\mathord{}= e^{-x^2 + 1} ",
                        "\\mathord{}+ 2\\left(x - y\\right)",
                        "\\mathord{}-y");
        assertThat(FormulaParts.of("-g = \\frac{\\partial J}{\\partial x}"))
                .as("a sign at the beginning joins nothing")
                .containsExactly("-g ", "\\mathord{}= \\frac{\\partial J}{\\partial x}");
        assertThat(FormulaParts.of("a = -b")).containsExactly("a ", "\\mathord{}= -b");
    }

    @Test
    @DisplayName("is as wide in parts as in one, so that no sign sticks to what stands before it")
    void room() {
        Typesetter typesetter = new Typesetter();
        String latex = "-g = \\frac{\\partial J}{\\partial x} \\approx x + y - 3";
        double parts = FormulaParts.of(latex).stream()
                .mapToDouble(part -> typesetter.extent(part, 15).width())
                .sum();
        assertThat(parts).isCloseTo(typesetter.extent(latex, 15).width(), within(0.01));
    }

    @Test
    @DisplayName("stays whole where its brackets do not match")
    void odd() {
        assertThat(FormulaParts.of("(a + b")).containsExactly("(a + b");
    }

    @Test
    @DisplayName("stays within its room, line under line")
    void lines() {
        Typesetter typesetter = new Typesetter();
        String latex = "y = " + String.join(" + ", List.of("x^2", "x^3", "x^4", "x^5", "x^6", "x^7"));
        double wide = typesetter.extent(latex, 15).width();
        FormulaLines lines = FormulaLines.of(typesetter, latex, 15, wide / 3);
        assertThat(lines.pieces()).hasSize(7);
        assertThat(lines.pieces().stream().map(FormulaLines.Piece::baseline).distinct())
                .hasSizeBetween(3, 5);
        for (FormulaLines.Piece piece : lines.pieces()) {
            double right =
                    piece.x() + typesetter.extent(piece.latex(), piece.size()).width();
            assertThat(right).isLessThanOrEqualTo(wide / 3 + 0.5);
        }
        assertThat(FormulaLines.of(typesetter, latex, 15, wide).pieces()).hasSize(1);
    }
}
