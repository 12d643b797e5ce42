package fallline.picture.convergence;

import fallline.analysis.stability.EdgeOfStability;
import fallline.analysis.stability.SharpnessCurve;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.figure.curve.Series;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import fallline.picture.RunPaths;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Composes the curves of λmax: a line a run, dashed the largest λ that is stable at its rate, and of the chosen
/// run the next two eigenvalues.
final class Sharpness {
    /// Lesser eigenvalues far below all of λmax do not stretch the axis.
    private static final double DEPTH = 30;

    /// A divergence does not stretch it either.
    private static final double HEIGHT = 100;

    private final Scene scene;
    private final List<Run> runs;
    private final Map<String, Worked.Along> curves;

    Sharpness(Scene scene, List<Run> runs, Map<String, Worked.Along> curves) {
        this.scene = scene;
        this.runs = runs;
        this.curves = curves;
    }

    /// @param runs one a run, in their order
    /// @param beside limits and lesser eigenvalues
    record Lines(List<Series> runs, List<Series> beside) {}

    /// @param places where the steps of a trace stand; absent at their own numbers
    Lines lines(Function<Trace, Optional<double[]>> places) {
        List<Series> own = new ArrayList<>();
        List<Series> beside = new ArrayList<>();
        for (Run run : runs) {
            Trace trace = scene.trace(run.name()).orElseThrow();
            int length = trace.lastFiniteStep() + 1;
            RunStyle style = RunPaths.style(scene, run);
            SharpnessCurve curve = curve(run);
            Optional<double[]> at = places.apply(trace);
            boolean diverged = length < trace.length();
            double[] top = curve == null ? unknown(length) : curve.largestByStep(0, length);
            String name = curve != null && curve.isPreconditioned() ? run.name() + " (÷ P)" : run.name();
            own.add(new Series(name, style, top, at, length, diverged, List.of()));
            if (curve == null) {
                continue;
            }
            String limit = run.name().equals(scene.chosen().name()) ? "limit" : "";
            beside.add(Series.of(Series.Kind.BESIDE, limit, style, curve.limitByStep(length), at, length));
            for (int rank = 1; run.name().equals(scene.chosen().name()) && rank < curve.ranks(); rank++) {
                beside.add(Series.of(
                        Series.Kind.LESSER,
                        rank == 1 ? "2nd" : "3rd",
                        style,
                        curve.largestByStep(rank, length),
                        at,
                        length));
            }
        }
        return new Lines(own, beside);
    }

    private static double[] unknown(int length) {
        double[] none = new double[length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /// What the axis shows: λmax and its limits, and of the lesser eigenvalues what is not far below.
    Span span(boolean logarithmic) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        double lesser = Double.POSITIVE_INFINITY;
        for (Run run : runs) {
            SharpnessCurve curve = curve(run);
            if (curve == null) {
                continue;
            }
            double cut = HEIGHT * Math.max(positive(curve.largest(0, 0)), positive(curve.limit(0)));
            for (int i = 0; i < curve.points(); i++) {
                for (double value : new double[] {curve.largest(0, i), curve.limit(i)}) {
                    if (value > 0 && value <= (cut > 0 ? cut : 1e297)) {
                        lo = Math.min(lo, value);
                        hi = Math.max(hi, value);
                    }
                }
                for (int rank = 1;
                        rank < curve.ranks() && run.name().equals(scene.chosen().name());
                        rank++) {
                    double value = curve.largest(rank, i);
                    lesser = value > 0 ? Math.min(lesser, value) : lesser;
                }
            }
        }
        if (!(lo <= hi)) {
            return logarithmic ? new Span(1e-3, 1) : new Span(0, 1);
        }
        lo = Math.max(Math.min(lo, lesser), lo / DEPTH);
        return logarithmic ? new Span(lo / 1.25, hi * 1.25) : new Span(0, hi * 1.05);
    }

    private static double positive(double value) {
        return value > 0 && value < 1e290 ? value : 0;
    }

    /// What is told in the corner: how far the curves are, or who rides the edge; the chosen run first.
    String note() {
        List<Run> ordered = Stream.concat(
                        Stream.of(scene.chosen()).filter(runs::contains),
                        runs.stream().filter(run -> !run.equals(scene.chosen())))
                .toList();
        for (Run run : ordered) {
            SharpnessCurve curve = curve(run);
            if (curve == null || !curve.isWhole()) {
                int known = curve == null ? 0 : curve.known();
                String of = curve == null ? "" : " of " + Numbers.whole(curve.points());
                return run.name() + ": " + Numbers.whole(known) + of + " points";
            }
        }
        return ordered.stream()
                .flatMap(run -> edge(run).stream().map(edge -> named(run) + edge.words()))
                .findFirst()
                .orElse("dashed: the largest that is stable at the rate");
    }

    private String named(Run run) {
        return runs.size() == 1 ? "" : run.name() + ": ";
    }

    private Optional<EdgeOfStability> edge(Run run) {
        Optional<RunRecord.Path> path = scene.record(run.name()).flatMap(RunRecord::path);
        return path.flatMap(known -> Optional.ofNullable(curves.get(run.name()))
                .filter(along -> along.trace() == known.trace())
                .flatMap(along -> EdgeOfStability.of(known.task(), known.trace(), along.curve())));
    }

    private @Nullable SharpnessCurve curve(Run run) {
        Worked.Along along = curves.get(run.name());
        return along == null ? null : along.curve();
    }
}
