package fallline.picture.fit;

import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.figure.fit.ClassCurvesFigure;
import fallline.figure.fit.ClassField;
import fallline.figure.fit.ClassRegionsFigure;
import fallline.figure.paint.Figure;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Window;
import fallline.figure.surface.ContourLine;
import fallline.number.Numbers;
import fallline.objective.model.DataModel;
import fallline.picture.RunPaths;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Composes the fit view of softmax regression, of networks that tell classes apart and of logistic regression with a
/// curved border: curves over one feature, regions over two.
final class RegionComposer {
    /// More rows are not drawn one by one; a part of them is, evenly.
    private static final int MOST_ROWS = 4000;

    private static final int FINEST = 121;
    private static final int COARSEST = 41;
    private static final double WORK = 2e7;
    private static final int PIECES = 240;

    private final RunFits fits;
    private Map<Key, ClassField> kept = new HashMap<>();
    private Optional<Best> best = Optional.empty();

    /// The boundaries at the best point, which stay while a run is played.
    private record Best(Problem problem, int across, int upwards, Window window, List<ContourLine> lines) {
        boolean isOf(Problem.OnData now, FeaturePlane plane, Window seen) {
            return problem == now && across == plane.across() && upwards == plane.upwards() && window.equals(seen);
        }
    }

    private record Key(Trace trace, int step, Problem problem, int across, int upwards, Window window) {}

    /// The rows that are drawn, with what the chosen run makes of them.
    private record Rows(double[] x, double[] y, int[] classes, boolean[] missed, double[] own, int stride) {}

    RegionComposer(RunFits fits) {
        this.fits = fits;
    }

    static String subtitle(Problem.OnData problem, FeaturePlane plane, int step) {
        return problem.features().size() == 1
                ? "probabilities of the classes at step " + Numbers.whole(step)
                : "most probable class at step " + Numbers.whole(step) + plane.rest();
    }

    Figure figure(Scene scene, Problem.OnData problem, Optional<Window> window) {
        FeaturePlane plane = FeaturePlane.of(problem, scene.view().fit());
        List<Run> runs = RunPaths.onSurface(scene);
        int chosen = RunPaths.chosen(scene, runs);
        Optional<double[]> theta = chosen < 0 ? Optional.empty() : Optional.of(fits.theta(scene, runs.get(chosen)));
        Rows rows = rows(problem, plane, theta);
        int[] batch = chosen < 0 ? new int[0] : drawn(fits.batch(scene, runs.get(chosen)), rows.stride);
        Window seen = window.orElseGet(plane::window);
        return problem.features().size() == 1
                ? curves(problem, plane, theta, rows, seen, batch)
                : regions(scene, problem, plane, runs, chosen, rows, seen, batch);
    }

    private Figure regions(
            Scene scene,
            Problem.OnData problem,
            FeaturePlane plane,
            List<Run> runs,
            int chosen,
            Rows rows,
            Window window,
            int[] batch) {
        Map<Key, ClassField> used = new HashMap<>();
        List<ClassRegionsFigure.Fit> drawn = new ArrayList<>();
        for (Run run : runs) {
            Trace trace = scene.trace(run.name()).orElseThrow();
            Key key = new Key(trace, scene.shownStep(trace), problem, plane.across(), plane.upwards(), window);
            ClassField field = Optional.ofNullable(kept.get(key))
                    .orElseGet(() -> field(problem.objective(), plane, fits.theta(scene, run), window));
            used.put(key, field);
            drawn.add(new ClassRegionsFigure.Fit(run.name(), RunPaths.style(scene, run), field));
        }
        kept = used;
        // networks and softmax have no best point, and many boundaries
        boolean single = problem instanceof Problem.Logistic;
        return new ClassRegionsFigure(
                plane.xLabel(),
                plane.yLabel(),
                rows.x,
                rows.y,
                rows.classes,
                problem.objective().classes(),
                rows.missed,
                window,
                drawn,
                chosen,
                single && chosen >= 0 ? earlier(scene, problem, plane, runs.get(chosen), window) : List.of(),
                single ? best(problem, plane, window) : List.of(),
                batch,
                plane.note());
    }

    private List<List<ContourLine>> earlier(
            Scene scene, Problem.OnData problem, FeaturePlane plane, Run run, Window window) {
        return fits.earlier(scene, run).stream()
                .map(theta -> field(problem.objective(), plane, theta, window).boundaries())
                .toList();
    }

    private List<ContourLine> best(Problem.OnData problem, FeaturePlane plane, Window window) {
        Optional<Best> known = best.filter(before -> before.isOf(problem, plane, window));
        if (known.isEmpty()) {
            known = problem.objective()
                    .optimumAtHand()
                    .map(found -> new Best(
                            problem,
                            plane.across(),
                            plane.upwards(),
                            window,
                            field(problem.objective(), plane, found.point(), window)
                                    .boundaries()));
            best = known;
        }
        return known.map(Best::lines).orElse(List.of());
    }

    static ClassField field(DataModel model, FeaturePlane plane, double[] theta, Window window) {
        int nodes = (int) Math.clamp(Math.sqrt(WORK / model.dimension()), COARSEST, FINEST);
        double[][] predicted = plane.sampled(model, theta, window, nodes);
        return new ClassField(nodes, nodes, window, both(predicted));
    }

    /// Of two classes a model gives the probability of the second only.
    private static double[][] both(double[][] predicted) {
        if (predicted.length > 1) {
            return predicted;
        }
        double[] other = new double[predicted[0].length];
        Arrays.setAll(other, i -> 1 - predicted[0][i]);
        return new double[][] {other, predicted[0]};
    }

    private static Rows rows(Problem.OnData problem, FeaturePlane plane, Optional<double[]> theta) {
        DataModel model = problem.objective();
        int all = model.rows();
        int stride = Math.max(1, (all + MOST_ROWS - 1) / MOST_ROWS);
        int count = (all + stride - 1) / stride;
        double[] x = part(plane.x(), stride, count);
        double[] y = part(plane.y(), stride, count);
        double[] codes = part(model.target(), stride, count);
        int[] classes = new int[count];
        Arrays.setAll(classes, i -> (int) codes[i]);
        boolean[] missed = new boolean[count];
        double[] own = new double[count];
        if (theta.isPresent()) {
            double[][] columns = Arrays.stream(model.features().columns())
                    .map(column -> part(column, stride, count))
                    .toArray(double[][]::new);
            double[][] chances = both(model.predict(theta.get(), columns));
            for (int i = 0; i < count; i++) {
                own[i] = chances[classes[i]][i];
                for (double[] other : chances) {
                    missed[i] |= other[i] > own[i];
                }
            }
        }
        return new Rows(x, y, classes, missed, own, stride);
    }

    private static double[] part(double[] column, int stride, int count) {
        if (stride == 1) {
            return column;
        }
        double[] part = new double[count];
        Arrays.setAll(part, i -> column[i * stride]);
        return part;
    }

    /// Places among the drawn rows of those rows of the batch that are drawn.
    private static int[] drawn(int[] batch, int stride) {
        return Arrays.stream(batch)
                .filter(row -> row % stride == 0)
                .map(row -> row / stride)
                .toArray();
    }

    private static Figure curves(
            Problem.OnData problem,
            FeaturePlane plane,
            Optional<double[]> theta,
            Rows rows,
            Window window,
            int[] batch) {
        List<SampledCurve> curves = new ArrayList<>();
        if (theta.isPresent()) {
            double[] x = new double[PIECES + 1];
            Arrays.setAll(x, i -> FeaturePlane.place(window.x(), i, x.length));
            double[][] chances = both(problem.objective().predict(theta.get(), plane.columns(x, x)));
            for (double[] chance : chances) {
                curves.add(new SampledCurve(x, chance));
            }
        }
        return new ClassCurvesFigure(
                plane.xLabel(),
                rows.x,
                rows.own,
                rows.classes,
                problem.objective().classes(),
                rows.missed,
                window.x(),
                curves,
                batch);
    }
}
