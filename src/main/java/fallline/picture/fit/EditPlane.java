package fallline.picture.fit;

import fallline.data.Column.NumberColumn;
import fallline.data.CompleteRows;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the axes of a fit mean in the data, so that a place in the plot becomes cells of a row, and a row a place.
///
/// @param of the model with its data
/// @param rows which rows of the data the plot shows
/// @param kind what the axes are
/// @param labels the classes, in the order of their codes; empty for a regression
public record EditPlane(DataProblem of, CompleteRows rows, Kind kind, List<String> labels) {
    /// Larger data sets are not edited by hand: every move makes them anew.
    static final int MOST_ROWS = 20_000;

    private static final int MOST_CLASS_ROWS = 4_000;

    /// What the axes are.
    public enum Kind {
        /// A feature and the target.
        LINE,
        /// A feature, and the class as 0 or 1.
        CURVE,
        /// Two features; the class is the point's colour.
        MAP
    }

    /// A place in the plot, in the units of its axes.
    public record Place(double x, double y) {}

    /// The plane of a problem's fit; empty where no row stands at a place of its own, or there are too many.
    public static Optional<EditPlane> of(Problem problem) {
        return DataProblem.of(problem)
                .filter(of -> of.data().rows() <= MOST_ROWS)
                .flatMap(of -> kind(of).map(kind -> new EditPlane(of, of.rows(), kind, labels(problem))));
    }

    private static Optional<Kind> kind(DataProblem of) {
        int features = of.features().size();
        return switch (of.problem().family().fit()) {
            case PLANE -> Optional.of(Kind.LINE).filter(_ -> features == 1);
            case PROBABILITY ->
                switch (features) {
                    case 1 -> Optional.of(Kind.CURVE);
                    case 2 ->
                        Optional.of(Kind.MAP)
                                .filter(_ ->
                                        of.options().degree() == 1 || of.data().rows() <= MOST_CLASS_ROWS);
                    default -> Optional.empty();
                };
            // regions over two features, and the function of one; of very many rows the picture shows a part only
            case FUNCTION_OR_REGIONS ->
                of.classes()
                        ? Optional.of(Kind.MAP)
                                .filter(_ -> features == 2 && of.data().rows() <= MOST_CLASS_ROWS)
                        : Optional.of(Kind.LINE).filter(_ -> features == 1);
        };
    }

    private static List<String> labels(Problem problem) {
        return problem instanceof Problem.OnData model ? model.objective().classes() : List.of();
    }

    /// The cells of a row that stands at a pixel of the plot, rounded to a thousandth of what the axes show.
    ///
    /// @param label the class that the row gets where the place does not say it; empty to leave it
    public Map<String, String> cells(PlotArea plot, double px, double py, Optional<String> label) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(
                of.features().getFirst(), rounded(plot.dataX(px), plot.window().x()));
        double up = plot.dataY(py);
        switch (kind) {
            case LINE -> cells.put(of.target(), rounded(up, plot.window().y()));
            case CURVE -> cells.put(of.target(), labels.get(up > 0.5 ? 1 : 0));
            case MAP -> {
                cells.put(of.features().get(1), rounded(up, plot.window().y()));
                label.ifPresent(word -> cells.put(of.target(), word));
            }
        }
        return cells;
    }

    static String rounded(double value, Span shown) {
        int decimals = 3 - (int) Math.ceil(Math.log10(shown.length()) - 1e-9);
        BigDecimal number = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// Where a row of the data stands; empty where the model does not read it.
    public Optional<Place> place(int row) {
        OptionalInt shown = rows.place(row);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int at = shown.getAsInt();
        double x = number(of.features().getFirst(), at);
        return Optional.of(
                switch (kind) {
                    case LINE -> new Place(x, number(of.target(), at));
                    case CURVE -> new Place(x, code(at));
                    case MAP -> new Place(x, number(of.features().get(1), at));
                });
    }

    private double number(String column, int row) {
        return rows.data().column(column) instanceof NumberColumn numbers ? numbers.values()[row] : Double.NaN;
    }

    private double code(int row) {
        return of.problem().objective().target()[row];
    }
}
