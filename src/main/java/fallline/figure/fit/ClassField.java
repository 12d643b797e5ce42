package fallline.figure.fit;

import fallline.figure.plot.Window;
import fallline.figure.surface.ContourLine;
import fallline.figure.surface.Contours;
import fallline.figure.surface.HeightField;
import java.util.ArrayList;
import java.util.List;

/// The probabilities of classes over a plane of two features, at the nodes of an even grid.
///
/// @param columns nodes across, at least 2
/// @param rows nodes upwards, at least 2
/// @param window the first and the last node of each direction
/// @param probabilities for each class rows × columns numbers, row-major, the lowest row first; they add up to 1
public record ClassField(int columns, int rows, Window window, double[][] probabilities) {
    /// ln of the least probability that is told from 0.
    private static final double LEAST = 1e-16;

    /// @throws IllegalArgumentException if there are fewer than two classes or the lengths do not fit
    public ClassField {
        if (probabilities.length < 2) {
            throw new IllegalArgumentException("regions need two classes or more, got " + probabilities.length);
        }
        for (double[] one : probabilities) {
            if (one.length != columns * rows) {
                throw new IllegalArgumentException(
                        "a grid of " + columns + " × " + rows + " needs as many values, got " + one.length);
            }
        }
    }

    /// The lines on which the two most probable classes are equally probable; of two classes, where both are one half.
    ///
    /// They are the zeros of ln p_c − ln max p_other, which is straight where the model is linear.
    public List<ContourLine> boundaries() {
        List<ContourLine> lines = new ArrayList<>();
        int classes = probabilities.length;
        for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
            lines.addAll(Contours.of(new HeightField(columns, rows, window, margin(c)), 0));
        }
        return lines;
    }

    private double[] margin(int c) {
        double[] margin = new double[columns * rows];
        for (int i = 0; i < margin.length; i++) {
            double best = 0;
            for (int other = 0; other < probabilities.length; other++) {
                if (other != c) {
                    best = Math.max(best, probabilities[other][i]);
                }
            }
            margin[i] = Math.log(Math.max(probabilities[c][i], LEAST)) - Math.log(Math.max(best, LEAST));
        }
        return margin;
    }

    /// The probability of a class at a place of the grid, between its nodes in proportion.
    double at(int c, double column, double row) {
        int left = Math.clamp((int) column, 0, columns - 2);
        int low = Math.clamp((int) row, 0, rows - 2);
        double u = column - left;
        double v = row - low;
        double[] p = probabilities[c];
        int at = low * columns + left;
        return (p[at] * (1 - u) + p[at + 1] * u) * (1 - v) + (p[at + columns] * (1 - u) + p[at + columns + 1] * u) * v;
    }
}
