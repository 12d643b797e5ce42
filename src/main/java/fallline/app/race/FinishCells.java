package fallline.app.race;

import fallline.export.FinishTable.Column;
import fallline.export.FinishTable.Line;
import fallline.export.Reach;
import fallline.number.Numbers;
import java.util.OptionalLong;

/// What stands in the cells of the finish table.
final class FinishCells {
    private static final int DIGITS = 6;

    private FinishCells() {}

    static String heading(Column column) {
        return switch (column) {
            case RUN -> "run";
            case STEPS -> "steps to it";
            case GRADIENTS -> "gradients to it";
            case VALUES -> "values to it";
            case LOSS -> "final J";
            case GRADIENT_NORM -> "‖∇J‖";
            case VERDICT -> "verdict";
        };
    }

    static double width(Column column) {
        return switch (column) {
            case RUN -> 145;
            case VERDICT -> 130;
            case STEPS, GRADIENTS, VALUES, LOSS, GRADIENT_NORM -> 102;
        };
    }

    static boolean isNumber(Column column) {
        return column != Column.RUN && column != Column.VERDICT;
    }

    static String text(Column column, Line line) {
        return switch (column) {
            case RUN -> line.run();
            case STEPS -> steps(line.reach());
            case GRADIENTS -> count(line.reach(), line.reach().gradients());
            case VALUES -> count(line.reach(), line.reach().values());
            case LOSS -> number(line.loss());
            case GRADIENT_NORM -> number(line.gradientNorm());
            case VERDICT -> line.verdict();
        };
    }

    private static String steps(Reach reach) {
        return switch (reach) {
            case Reach.At at -> count(at, OptionalLong.of(at.step()));
            case Reach.Never never -> never.word();
            case Reach.Open _ -> "…";
            case Reach.Untold _ -> "";
        };
    }

    /// With ≤ where it may have been earlier.
    private static String count(Reach reach, OptionalLong count) {
        if (count.isEmpty()) {
            return "";
        }
        String number = Numbers.whole(count.getAsLong());
        return reach instanceof Reach.At at && !at.exact() ? "≤ " + number : number;
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "" : Numbers.brief(number, DIGITS);
    }
}
