package fallline.picture.fit;

import fallline.data.Standardisation;
import fallline.experiment.view.FitLook;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.objective.model.DataModel;
import fallline.objective.model.DesignMatrix;
import fallline.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
        double[][] own = features.columns();
        double[][] columns = new double[own.length][x.length];
        Optional<Standardisation> units = features.standardisation();
        for (int j = 0; j < own.length; j++) {
            if (j == across || j == upwards) {
                double[] from = j == across ? x : y;
                double mean = units.isPresent() ? units.get().means()[j] : 0;
                double deviation = units.isPresent() ? units.get().deviations()[j] : 1;
                int place = j;
                Arrays.setAll(columns[place], i -> (from[i] - mean) / deviation);
            } else {
                Arrays.fill(columns[j], Arrays.stream(own[j]).average().orElse(0));
            }
        }
        return columns;
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
