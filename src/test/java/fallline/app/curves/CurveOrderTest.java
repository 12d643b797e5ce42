package fallline.app.curves;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.Places;
import fallline.export.CurveCsv;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.CurveTable;
import fallline.figure.curve.Series;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The table of curves: its numbers, their order, and CSV.
class CurveOrderTest {
    private static Series series(int place, String name, double... values) {
        return new Series(name, RunStyle.of(place), values, values.length, false, List.of());
    }

    private static CurveTable table(Series... series) {
        return new ConvergenceFigure(
                        "J",
                        true,
                        ConvergenceFigure.steps(new Span(0, 10)),
                        Optional.empty(),
                        List.of(series),
                        0,
                        0,
                        Optional.empty(),
                        "")
                .table();
    }

    private static final CurveTable SMALL =
            table(series(0, "Descent, fast", 4, Double.NaN, 1, 2), series(1, "=Adam", 8, 0.1));

    @Test
    @DisplayName("holds the numbers of the curves: a line a step, a column a run, nothing where a run has ended")
    void numbers() {
        assertThat(SMALL.columns())
                .extracting(CurveTable.Column::name)
                .containsExactly("step", "Descent, fast", "=Adam");
        assertThat(SMALL.rows()).isEqualTo(4);
        assertThat(SMALL.cell(3, 0)).isEqualTo(3);
        assertThat(SMALL.cell(2, 1)).isEqualTo(1);
        assertThat(SMALL.cell(1, 1)).isNaN();
        assertThat(SMALL.cell(1, 2)).isEqualTo(0.1);
        assertThat(SMALL.cell(3, 2)).isNaN();
        CurveTable twice = table(series(0, "limit", 1), series(1, "limit", 2));
        assertThat(twice.columns()).extracting(CurveTable.Column::name).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("is sorted by any column, lines without a number last either way")
    void sorted() {
        assertThat(new CurveOrder(SMALL, -1, false).places()).containsExactly(0, 1, 2, 3);
        assertThat(new CurveOrder(SMALL, 1, false).places()).containsExactly(2, 3, 0, 1);
        assertThat(new CurveOrder(SMALL, 1, true).places()).containsExactly(0, 3, 2, 1);
        assertThat(new CurveOrder(SMALL, 2, true).places()).containsExactly(0, 1, 2, 3);
    }

    @Test
    @DisplayName("is CSV in full digits; names that a spreadsheet would compute are made harmless")
    void csv() {
        assertThat(CurveCsv.text(SMALL))
                .isEqualTo("step,\"Descent, fast\",'=Adam\n0,4.0,8.0\n1,,0.1\n2,1.0,\n3,2.0,\n");
    }

    @Test
    @DisplayName("of a million steps looks up only what is asked for")
    void million() {
        double[] losses =
                IntStream.range(0, 1_000_001).mapToDouble(k -> 1e6 - k).toArray();
        CurveTable table = table(series(0, "long", losses));
        Places order = new Places();
        order.set(new CurveOrder(table, 1, false).places());
        assertThat(order).hasSize(1_000_001);
        assertThat(order.getFirst()).isEqualTo(1_000_000);
        assertThat(table.cell(order.getFirst(), 1)).isZero();
    }
}
