package fallline.picture.fit;

import fallline.experiment.view.FitLook;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.objective.model.DataModel;
import fallline.objective.model.DesignMatrix;
import fallline.objective.model.Expansion;
import fallline.problem.Problem;
import java.util.Arrays;
import java.util.List;

/// Two of a model's features as a plane, with the others held at their means; or its only feature as a line.
///
/// @param features in the model's units
/// @param across the place of the feature on the horizontal axis
/// @param upwards the place of the other one; the same where there is one only
record FeaturePlane(List<String> names, DesignMatrix features, int across, int upwards) {
    private static final double MARGIN = 0.06;

    static FeaturePlane of(Problem.OnData problem, FitLook look) {
        int count = problem.features().size();
        boolean single = count == 1;
        FitLook shown = count > 2 ? look.among(count) : FitLook.INITIAL;
        return new FeaturePlane(
                problem.features(),
                problem.objective().features(),
                single ? 0 : shown.across(),
                single ? 0 : shown.upwards());
    }

    /// The same at the end of a sentence.
    String rest() {
        return names.size() <= 2 ? "" : ", " + note();
    }

    /// What is said in the picture of the features that it does not show.
    String note() {
        return switch (names.size()) {
            case 1, 2 -> "";
            case 3 -> "the other feature at its mean";
            default -> (names.size() - 2) + " other features at their means";
        };
    }

    String xLabel() {
        return names.get(across);
    }

    String yLabel() {
        return names.get(upwards);
    }

    /// The rows' numbers of the feature across, in the data's units.
    double[] x() {
        return DataUnits.of(features).column(across);
    }

    double[] y() {
        return DataUnits.of(features).column(upwards);
    }

    /// All rows, with some room around them.
    Window window() {
        return new Window(Span.around(x()).padded(MARGIN), Span.around(y()).padded(MARGIN));
    }

    /// The model's columns for places of the plane, in its units.
    ///
    /// @param x in the data's units, one number a place
    /// @param y as many
    double[][] columns(double[] x, double[] y) {
        Expansion expansion = features.expansion();
        DataUnits units = DataUnits.of(features);
        double[][] plain = new double[expansion.features().size()][];
        for (int j = 0; j < plain.length; j++) {
            if (j == across || j == upwards) {
                plain[j] = j == across ? x : y;
            } else {
                plain[j] = new double[x.length];
                Arrays.fill(plain[j], Arrays.stream(units.column(j)).average().orElse(0));
            }
        }
        double[][] products = expansion.columns(plain);
        return features.standardisation()
                .map(standard -> standard.apply(products))
                .orElse(products);
    }

    /// What a model predicts at the nodes of an even grid over `window`: one array an output, the lowest row first.
    double[][] sampled(DataModel model, double[] theta, Window window, int nodes) {
        double[] x = new double[nodes * nodes];
        double[] y = new double[nodes * nodes];
        for (int i = 0; i < x.length; i++) {
            x[i] = place(window.x(), i % nodes, nodes);
            y[i] = place(window.y(), i / nodes, nodes);
        }
        return model.predict(theta, columns(x, y));
    }

    /// Node `k` of `nodes` even ones.
    static double place(Span span, int k, int nodes) {
        return span.lo() + span.length() * k / (nodes - 1);
    }
}
