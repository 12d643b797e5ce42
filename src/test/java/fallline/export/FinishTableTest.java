package fallline.export;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.export.FinishTable.Line;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The finish table")
class FinishTableTest {
    private static final FinishTable TABLE = new FinishTable(List.of(
            new Line("Adam_1 & co. \\ 50%", 200, OptionalLong.of(200), OptionalLong.of(0), 1.5e-12, -0.0, "converged"),
            new Line(
                    "recorded",
                    40,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Double.POSITIVE_INFINITY,
                    Double.NaN,
                    "diverged")));

    @Test
    @DisplayName("as LaTeX has seven cells a row, and no sign of a name means anything in it")
    void latex() {
        assertThat(TABLE.latex())
                .startsWith("\\begin{tabular}{lrrrrrl}\n\\toprule\n")
                .contains("Adam\\_1 \\& co. \\textbackslash{} 50\\% & 200 & 200 & 0 & $1.5 \\times 10^{-12}$ & ")
                .contains("recorded & 40 &  &  & $\\infty$ &  & diverged \\\\\n")
                .endsWith("\\bottomrule\n\\end{tabular}\n");
        TABLE.latex().lines().filter(line -> line.endsWith("\\\\")).forEach(line -> assertThat(
                        line.replace("\\&", "").chars().filter(c -> c == '&').count())
                .as(line)
                .isEqualTo(6));
    }

    @Test
    @DisplayName("as text has tabs between cells, and all digits")
    void text() {
        assertThat(TABLE.text().lines())
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == '\t').count()).isEqualTo(6))
                .anyMatch(line -> line.contains("\t1.5E-12\t"));
    }
}
