package fallline.optimizer.rule;

import fallline.expr.print.LatexPrinter;
import fallline.optimizer.Stage;
import java.util.ArrayList;
import java.util.List;

/// The stages of one step of a method that is written in Java, as they come.
public final class StageList {
    /// Matrices up to this size are written out.
    private static final int WRITTEN_OUT = 3;

    private final List<Stage> stages = new ArrayList<>();

    /// Adds a stage.
    ///
    /// @param symbols LaTeX in symbols
    /// @param numbers LaTeX of the right-hand side with this step's numbers
    public void add(String caption, String target, String symbols, String numbers, double value) {
        stages.add(new Stage(caption, target, symbols, numbers, value));
    }

    /// Adds a stage whose numbers are its value.
    public void add(String caption, String target, String symbols, double value) {
        add(caption, target, symbols, LatexPrinter.number(value), value);
    }

    /// The last line of a step: θ ← θ + t·d.
    public void move(String caption, String name, String rate, double theta, double length, double direction) {
        add(
                caption,
                Rule.THETA,
                name + " \\leftarrow " + name + " + " + rate + "\\, d",
                number(theta) + " + " + number(length) + " \\cdot " + number(direction),
                theta + length * direction);
    }

    /// A number within a product or sum: negative ones in parentheses.
    public static String number(double value) {
        String text = LatexPrinter.number(value);
        return value < 0 ? "(" + text + ")" : text;
    }

    /// Whether a matrix of `dimension` rows is written out.
    public static boolean fits(int dimension) {
        return dimension <= WRITTEN_OUT;
    }

    /// LaTeX of a row-major matrix, or of its only number.
    public static String matrix(double[] entries, int rows, int columns) {
        if (rows * columns == 1) {
            return number(entries[0]);
        }
        StringBuilder text = new StringBuilder("\\begin{pmatrix}");
        for (int i = 0; i < rows; i++) {
            text.append(i == 0 ? "" : "\\\\ ");
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? "" : " & ").append(LatexPrinter.number(entries[i * columns + j]));
            }
        }
        return text.append("\\end{pmatrix}").toString();
    }

    public List<Stage> list() {
        return List.copyOf(stages);
    }
}
