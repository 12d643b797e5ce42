package fallline.picture.loss;

import fallline.analysis.repeat.Repeats;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.experiment.view.LossLook.Bounds;
import fallline.figure.curve.LossCurveFigure;
import fallline.figure.label.Landmark;
import fallline.figure.label.ReadOut;
import fallline.figure.path.Trail;
import fallline.figure.plot.Hit;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.picture.BestSeen;
import fallline.picture.Later;
import fallline.picture.Names;
import fallline.picture.RunMarks;
import fallline.picture.RunMoments;
import fallline.picture.RunPaths;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Composes the loss view of one parameter.
final class LossCurveComposer {
    private static final int PIECES = 240;
    /// How far from the edge of the plot a start stands that has no height to stand at, as a share of the heights.
    private static final double INSET = 0.04;

    private record Curve(Objective objective, Span across, SampledCurve samples) {}

    private record Suggested(Objective objective, double start, CurveWindow window) {}

    private final RunPaths paths = new RunPaths();
    private final ChalkMarks chalk = new ChalkMarks(new RunMoments());
    private @Nullable Curve kept;
    private @Nullable Suggested suggested;

    LossCurveFigure figure(
            Scene scene, List<Run> runs, LossPicture.Pointer pointer, Later later, Map<String, Repeats> repeats) {
        Objective objective = scene.experiment().problem().objective().twin();
        double[] start = scene.experiment().startPoint();
        List<Trail> trails = RepeatEnds.onCurve(paths.curves(scene, runs), runs, repeats, objective);
        Window window = window(scene, start[0], trails);
        SampledCurve curve = curve(scene.experiment().problem().objective(), window.x());
        int chosen = RunPaths.chosen(scene, runs);
        Optional<RunRecord> record =
                chosen < 0 ? Optional.empty() : scene.record(runs.get(chosen).name());
        Optional<ReadOut> pointed = pointer.place()
                .map(place -> at(scene, objective, place))
                .or(() -> pointer.step().flatMap(hit -> pointed(scene, runs, hit)));
        return new LossCurveFigure(
                scene.experiment().problem().notation().axis(0),
                "J(" + objective.parameterNames().getFirst() + ")",
                window,
                curve,
                trails,
                chosen,
                scene.view().playhead(),
                Optional.of(start(start[0], objective.value(start), window.y(), later)),
                best(scene.experiment().problem()),
                record.flatMap(RunRecord::trace).map(trace -> tangent(scene, objective, trace)),
                record.flatMap(RunRecord::trace).flatMap(trace -> next(scene, trace)),
                pointed.or(() -> readOut(scene)),
                pointer.step(),
                chalk.of(scene, eye(scene, objective)));
    }

    /// Stages are drawn at the height of the point where they begin, guesses on the curve.
    private static ChalkMarks.Eye eye(Scene scene, Objective objective) {
        double height = scene.chosenPath()
                .filter(trace -> trace.lastFiniteStep() >= 0)
                .map(trace -> trace.loss(scene.shownStep(trace)))
                .orElse(0.0);
        return new ChalkMarks.Eye(
                theta -> new double[] {theta[0], height}, direction -> new double[] {direction[0], 0}, place ->
                        new double[] {place.x(), objective.value(new double[] {place.x()})});
    }

    /// The paths, or the known best point; where none is known, the best that the runs have come to.
    Optional<Bounds> fitted(Scene scene, List<Run> runs, LossPicture.Fit fit, Bounds seen) {
        List<Trail> trails = paths.curves(scene, runs);
        if (trails.isEmpty()) {
            return Optional.empty();
        }
        return switch (fit) {
            case PATHS -> Optional.of(MapBounds.ofPaths(trails));
            case MINIMA -> {
                List<Landmark> known = best(scene.experiment().problem()).stream()
                        .filter(mark -> mark.sign() == Landmark.Sign.BEST || mark.sign() == Landmark.Sign.LOCAL)
                        .toList();
                yield Optional.of(MapBounds.ofMarks(
                        known.isEmpty() ? List.of(BestSeen.of(scene, runs, trails)) : known, trails, seen));
            }
        };
    }

    /// The handle of the start; where J has no value, or one that is not seen, at the edge, so that it can be grasped.
    private static Landmark start(double w, double loss, Span heights, Later later) {
        double room = INSET * heights.length();
        if (!Double.isFinite(loss)) {
            return new Landmark(w, heights.lo() + room, Names.startOutside(later));
        }
        return new Landmark(w, Math.clamp(loss, heights.lo() + room, heights.hi() - room), Names.start(later));
    }

    /// What was zoomed to, else a suggestion.
    private Window window(Scene scene, double start, List<Trail> trails) {
        Optional<Bounds> bounds = scene.view().loss().bounds();
        if (bounds.isPresent()) {
            Bounds seen = bounds.get();
            return Window.of(seen.left(), seen.right(), seen.bottom(), seen.top());
        }
        Objective objective = scene.experiment().problem().objective();
        Suggested known = suggested;
        if (known == null || known.objective() != objective || known.start() != start) {
            known = new Suggested(objective, start, new CurveWindow(objective, start));
            suggested = known;
        }
        return known.window().over(trails);
    }

    private SampledCurve curve(Objective objective, Span across) {
        Curve curve = kept;
        if (curve == null || curve.objective() != objective || !curve.across().equals(across)) {
            Objective own = objective.twin();
            double[] theta = new double[1];
            SampledCurve samples = SampledCurve.of(
                    w -> {
                        theta[0] = w;
                        return own.value(theta);
                    },
                    across,
                    PIECES);
            curve = new Curve(objective, across, samples);
            kept = curve;
        }
        return curve.samples();
    }

    private static List<Landmark> best(Problem problem) {
        List<Landmark> known = KnownMarks.ofCurve(problem);
        if (!known.isEmpty()) {
            return known;
        }
        Objective objective = problem.objective();
        String word = objective.goal() == Goal.MINIMISE ? "minimum" : "maximum";
        return objective
                .optimumAtHand()
                .map((Optimum optimum) -> List.of(new Landmark(
                        optimum.point()[0],
                        optimum.value(),
                        word + " " + objective.parameterNames().getFirst() + " = "
                                + Numbers.brief(optimum.point()[0], 4))))
                .orElse(List.of());
    }

    private static LossCurveFigure.Tangent tangent(Scene scene, Objective objective, Trace trace) {
        int step = scene.shownStep(trace);
        double[] gradient = new double[1];
        double w = trace.parameter(step, 0);
        double loss = objective.gradient(new double[] {w}, gradient);
        return new LossCurveFigure.Tangent(w, loss, gradient[0], "slope " + Numbers.brief(gradient[0], 4));
    }

    private static Optional<Landmark> next(Scene scene, Trace trace) {
        int step = scene.shownStep(trace);
        return step < trace.lastFiniteStep() && trace.isRecorded(step + 1)
                ? Optional.of(new Landmark(trace.parameter(step + 1, 0), trace.loss(step + 1), ""))
                : Optional.empty();
    }

    /// What the chosen run is at the playhead.
    private static Optional<ReadOut> readOut(Scene scene) {
        return scene.chosenPath()
                .filter(trace -> trace.lastFiniteStep() >= 0)
                .map(trace -> readOut(scene, scene.chosen().name(), trace, scene.shownStep(trace), Optional.empty()));
    }

    /// What a step that is pointed at was.
    private static Optional<ReadOut> pointed(Scene scene, List<Run> runs, Hit.Step hit) {
        if (hit.run() >= runs.size()) {
            return Optional.empty();
        }
        String name = runs.get(hit.run()).name();
        Trace trace = scene.trace(name).orElseThrow();
        int step = trace.recordedStep(Math.min(hit.step(), trace.lastFiniteStep()));
        Point2D at = new Point2D.Double(trace.parameter(step, 0), trace.loss(step));
        return Optional.of(RunMarks.told(
                readOut(scene, name, trace, step, Optional.of(at)),
                runs.get(hit.run()).recipe(),
                step));
    }

    private static ReadOut readOut(Scene scene, String name, Trace trace, int step, Optional<Point2D> at) {
        return new ReadOut(
                name + ", step " + Numbers.whole(step),
                words(scene, trace.parameter(step, 0), trace.loss(step), trace.gradientNorm(step)),
                at);
    }

    /// The parameter, J and ‖∇J‖ in two lines.
    private static List<String> words(Scene scene, double w, double loss, double gradientNorm) {
        return List.of(
                scene.experiment().problem().notation().axis(0) + " " + Numbers.brief(w, 4),
                "J " + Numbers.brief(loss, 4) + "   ‖∇J‖ " + Numbers.brief(gradientNorm, 4));
    }

    private static ReadOut at(Scene scene, Objective objective, Point2D place) {
        double[] gradient = new double[1];
        double loss = objective.gradient(new double[] {place.getX()}, gradient);
        return new ReadOut(
                "here",
                words(scene, place.getX(), loss, Math.abs(gradient[0])),
                Optional.of(new Point2D.Double(place.getX(), loss))
                        .filter(_ -> Double.isFinite(loss))
                        .map(Point2D.class::cast));
    }
}
