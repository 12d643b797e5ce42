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
    @DisplayName(
            "has factors: brackets that follow on one another, with their powers, and not the argument of a function")
    void factors() {
        assertThat(FormulaParts.factors(
                        "2 \\left(x + \\left(y\\right)\\left(z\\right)\\right)^{2 n} \\left(x - 1\\right)"))
                .containsExactly(
                        "2 \\left(x + \\left(y\\right)\\left(z\\right)\\right)^{2 n} ", "\\left(x - 1\\right)");
        assertThat(FormulaParts.factors("\\left(x\\right) \\sin \\left(y\\right)"))
                .hasSize(1);
        assertThat(FormulaParts.factors("\\frac{\\left(a\\right)\\left(b\\right)}{c}"))
                .hasSize(1);
    }

    @Test
    @DisplayName("of long factors stays within its room, however small that is")
    void product() {
        Typesetter typesetter = new Typesetter();
        String factor = "\\left(19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2\\right)";
        String latex = "g = 2 " + factor + factor + " + 3 " + factor;
        for (double room : new double[] {400, 200, 110}) {
            FormulaLines lines = FormulaLines.of(typesetter, latex, 15, room);
            assertThat(lines.pieces()).as("in %s pixels", room).allSatisfy(piece -> assertThat(piece.x()
                            + typesetter.extent(piece.latex(), piece.size()).width())
                    .isLessThanOrEqualTo(room + 0.5));
        }
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
