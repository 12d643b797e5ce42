package fallline.picture.step;

import fallline.analysis.question.CurvatureHere;
import fallline.curvature.SpectrumEnds;
import fallline.figure.page.StepFigure.Row;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/// The last rows of a step: how J curves where it starts, and up to which rate that is stable.
final class CurvatureRows {
    private CurvatureRows() {}

    /// @param parameters how many there are
    static List<Row> of(CurvatureHere here, int parameters) {
        List<Row> rows = new ArrayList<>();
        SpectrumEnds own = here.own();
        if (!Double.isFinite(own.top())) {
            return rows;
        }
        String where = here.step().isPresent()
                ? "curvature at step " + Numbers.whole(here.step().getAsInt())
                : "curvature";
        String caption = where + (here.sample() == 0 ? "" : ", from 20\u202f000 of the rows");
        if (parameters == 1) {
            rows.add(new Row(caption, "J''", "= " + three(own.top()), ""));
        } else if (Double.isFinite(own.condition())) {
            rows.add(new Row(
                    caption,
                    "\\lambda_{\\max}, \\quad \\lambda_{\\min}, \\quad \\kappa",
                    "= " + three(own.top()) + ", \\quad " + three(own.smallest()) + ", \\quad "
                            + three(own.condition()),
                    ""));
        } else {
            rows.add(new Row(
                    caption,
                    "\\lambda_{\\max}, \\quad \\lambda_{\\min}",
                    "= " + three(own.top()) + ", \\quad " + three(own.smallest()),
                    ""));
        }
        here.seen()
                .filter(ends -> Double.isFinite(ends.top()))
                .ifPresent(ends -> rows.add(new Row(
                        "curvature, divided by P as the rule does",
                        "\\lambda_{\\max}(P^{-1/2} H P^{-1/2})",
                        "= " + three(ends.top()),
                        "")));
        here.zones()
                .ifPresent(zones -> rows.add(
                        new Row("stable below this rate", "\\alpha_{\\max}", "= " + three(zones.limit()), "")));
        return rows;
    }

    private static String three(double value) {
        return Numbers.latex(value, 3);
    }
}
