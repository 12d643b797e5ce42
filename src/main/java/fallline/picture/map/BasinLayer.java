package fallline.picture.map;

import fallline.analysis.AxisMeaning;
import fallline.analysis.Plane;
import fallline.analysis.map.Destination;
import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.Minima;
import fallline.analysis.map.RunEnd;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.LossLook.Bounds;
import fallline.figure.map.CellSource;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.picture.Later;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The basin map of the chosen run, for the loss view: from every start of the plane, which minimum it comes to, and
/// how soon. It keeps what it computed last. One thread composes at a time.
public final class BasinLayer {
    private static final int IN_A_WINDOW = 256;
    private static final int IN_A_FILE = 400;
    private static final int FEWEST = 32;
    private static final double MOST_WORK = 8e9;

    private final KeptMap kept = new KeptMap(BasinColours::of);
    private final Scales scales = new Scales();
    private @Nullable Objective sought;
    private Minima minima = new Minima(List.of(), Goal.MINIMISE);
    private double[] lengths = {};
    private volatile Optional<Function<Window, MapTask>> last = Optional.empty();

    /// The cells for the scene; empty where the chosen run was computed elsewhere or cannot be made.
    public Optional<CellSource> of(Scene scene, Plane plane, Later later) {
        Optional<RunTask> task = run(scene);
        if (task.isEmpty()) {
            return Optional.empty();
        }
        Problem problem = scene.experiment().problem();
        Objective objective = problem.objective();
        if (objective != sought) {
            Bounds box = Scales.box(problem);
            minima = Minima.of(problem, box);
            lengths = lengths(box, objective.dimension());
            sought = objective;
        }
        double epsilon = scene.view().sweep().epsilon().orElse(scales.epsilon(problem));
        RunTask like = from(plane.origin(), task.get());
        List<String> names = objective.parameterNames();
        Minima known = minima;
        double[] scale = lengths;
        int side = side(like, later);
        Function<Window, MapTask> tasks = seen -> new MapTask.Basin(
                like,
                plane,
                axis(plane.acrossMeaning(), false, seen.x(), side, names),
                axis(plane.upwardsMeaning(), true, seen.y(), side, names),
                known,
                epsilon,
                scale);
        last = Optional.of(tasks);
        return Optional.of(seen -> kept.of(tasks.apply(seen), later));
    }

    private static Optional<RunTask> run(Scene scene) {
        return scene.chosen().recorded().isPresent()
                ? Optional.empty()
                : scene.record(scene.chosen().name()).flatMap(RunRecord::task);
    }

    /// A run like another one from elsewhere.
    private static RunTask from(double[] start, RunTask like) {
        return new RunTask(like.objective(), like.optimizer(), like.recipe(), start, like.seed(), like.steps());
    }

    /// Of the box in every parameter; those that it does not show are as wide as the wider of those that it does.
    private static double[] lengths(Bounds box, int dimension) {
        double across = box.right() - box.left();
        double up = box.top() - box.bottom();
        double[] lengths = new double[dimension];
        Arrays.fill(lengths, Math.max(across, up));
        lengths[0] = across;
        if (dimension > 1) {
            lengths[1] = up;
        }
        return lengths;
    }

    /// The map of the scene composed last, for a file.
    public Optional<MapTask> task(Window seen) {
        return last.map(tasks -> tasks.apply(seen));
    }

    /// Nobody looks at it any more.
    public void rest() {
        kept.cancel();
    }

    private static int side(RunTask task, Later later) {
        return (int) Math.clamp(
                Math.sqrt(MOST_WORK / KeptMap.cost(task)), FEWEST, later.isAtOnce() ? IN_A_FILE : IN_A_WINDOW);
    }

    private static MapAxis axis(AxisMeaning meaning, boolean upwards, Span seen, int side, List<String> names) {
        String label = meaning instanceof AxisMeaning.Parameter(int index) ? names.get(index) : upwards ? "y" : "x";
        return new MapAxis(new MapAxis.Setting.InPlane(upwards), label, seen.lo(), seen.hi(), false, side);
    }

    /// Where the run of the cell at a place starts, in the plane: in the cell's middle. Any thread.
    public Optional<Point2D> start(Point2D at) {
        return cell(at).map(found -> {
            MapTask task = found.work.task();
            int column = found.cell % task.columns();
            int row = Math.floorDiv(found.cell, task.columns());
            return new Point2D.Double(
                    task.x().value(column), task.y().orElseThrow().value(row));
        });
    }

    private record Found(MapWork work, int cell) {}

    private Optional<Found> cell(Point2D at) {
        return kept.work()
                .map(work -> new Found(work, work.task().cell(at.getX(), at.getY())))
                .filter(found -> found.cell >= 0);
    }

    /// What the map shows, in a sentence; empty while nothing is known of the map that the scene asks for. Any thread.
    public String summary(Scene scene) {
        return kept.work()
                .filter(work -> work.task() instanceof MapTask.Basin basin && asksFor(scene, basin))
                .map(MapWords::basins)
                .orElse("");
    }

    private boolean asksFor(Scene scene, MapTask.Basin map) {
        RunTask base = map.base();
        Window seen = new Window(
                new Span(map.x().low(), map.x().high()),
                new Span(map.upwards().low(), map.upwards().high()));
        return last.map(tasks -> tasks.apply(seen).asksTheSame(map)).orElse(false)
                && run(scene)
                        .map(task -> from(base.start(), task).leadsToSameTrace(base))
                        .orElse(false);
    }

    /// What the run does that starts at a place, in words; empty where that is not known yet.
    public List<String> words(Point2D at) {
        Optional<Found> found = cell(at).filter(one -> one.work.isKnown(one.cell));
        if (found.isEmpty() || !(found.get().work.task() instanceof MapTask.Basin basin)) {
            return List.of();
        }
        RunEnd end = found.get().work.end(found.get().cell);
        List<String> lines = new ArrayList<>();
        if (end.minimum() >= 0) {
            Destination to = found.get().work.destinations().get(end.minimum());
            lines.add("from here to " + BasinWords.of(to) + " in " + MapWords.steps(end.reached()));
        } else if (end.moving()
                && end.kind() == RunEnd.Kind.LOWER
                && basin.minima().all().isEmpty()) {
            lines.add("from here J " + Digits.three(end.loss()) + ", still moving after " + MapWords.steps(end.last()));
        } else {
            String when = end.kind().isBroken()
                    ? " at step " + Numbers.whole(end.last())
                    : " after " + MapWords.steps(end.last());
            lines.add("from here "
                    + (end.kind() == RunEnd.Kind.LOWER
                            ? "J " + Digits.three(end.loss())
                            : end.kind().words()) + when);
        }
        lines.add("click: starts here");
        return lines;
    }
}
