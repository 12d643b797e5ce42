package fallline.picture;

import fallline.analysis.Plane;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.figure.paint.RunStyle;
import fallline.figure.path.StepMark;
import fallline.figure.path.Trail;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// The paths of a scene's runs, made once for each trace. One thread uses it at a time.
public final class RunPaths {
    /// @param frame what places depend on: the choice of two parameters, else the plane itself
    private record Key(Trace trace, Object frame, RunStyle style, String name, boolean settled) {}

    private Map<Key, SeenPath> kept = new HashMap<>();

    /// The style that the run has for life, whatever place it has in the experiment's list.
    public static RunStyle style(Scene scene, Run run) {
        return RunStyle.of(scene.experiment().runOrFirst(run.name()).look().orElse(0));
    }

    /// The runs that pictures draw, in the order of their hits: the shown ones that have at least one finite step, in
    /// order; behind them those of which only losses are known.
    public static List<Run> drawn(Scene scene) {
        List<Run> runs = new ArrayList<>(onSurface(scene));
        runs.addAll(finite(scene).filter(run -> !hasPath(scene, run)).toList());
        return List.copyOf(runs);
    }

    /// Those of [#drawn] whose parameters are known: its beginning.
    public static List<Run> onSurface(Scene scene) {
        return finite(scene).filter(run -> hasPath(scene, run)).toList();
    }

    private static Stream<Run> finite(Scene scene) {
        return scene.shownRuns().stream().filter(run -> scene.trace(run.name())
                .filter(trace -> trace.lastFiniteStep() >= 0)
                .isPresent());
    }

    private static boolean hasPath(Scene scene, Run run) {
        return scene.trace(run.name()).filter(Trace::hasPath).isPresent();
    }

    /// The place of the chosen run among these, or −1.
    public static int chosen(Scene scene, List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).name().equals(scene.chosen().name())) {
                return i;
            }
        }
        return -1;
    }

    /// The paths of `runs` as curves of J over the only parameter.
    public List<Trail> curves(Scene scene, List<Run> runs) {
        return trails(
                scene, runs, "curve", (record, key) -> new SeenPath(curve(key).withMarks(marks(record))));
    }

    /// The paths of `runs` as they are seen in the plane; where positions are not stored, roughly at first.
    public List<Trail> trails(Scene scene, List<Run> runs, Plane plane, Later later) {
        Object frame = plane.isOfParameters() ? scene.view().loss().plane() : plane;
        return trails(scene, runs, frame, (record, key) -> path(record, key, plane, later));
    }

    private List<Trail> trails(Scene scene, List<Run> runs, Object frame, BiFunction<RunRecord, Key, SeenPath> make) {
        Map<Key, SeenPath> used = new HashMap<>();
        List<Trail> trails = new ArrayList<>();
        for (Run run : runs) {
            RunRecord record = scene.record(run.name()).orElseThrow();
            Key key = new Key(record.trace().orElseThrow(), frame, style(scene, run), run.name(), record.settled());
            SeenPath path = Optional.ofNullable(kept.remove(key)).orElseGet(() -> make.apply(record, key));
            used.put(key, path);
            trails.add(path.trail());
        }
        kept.values().forEach(SeenPath::cancel);
        kept = used;
        return trails;
    }

    /// Those of the recipe that led to the path.
    private static List<StepMark> marks(RunRecord record) {
        return record.traced().map(task -> RunMarks.of(task.recipe())).orElse(List.of());
    }

    private static Trail curve(Key key) {
        Trace trace = key.trace();
        int length = trace.lastFiniteStep() + 1;
        double[] x = new double[length];
        double[] y = new double[length];
        for (int k = 0; k < length; k++) {
            x[k] = trace.parameter(k, 0);
            y[k] = trace.loss(k);
        }
        return new Trail(key.name(), key.style(), x, y, length, length < trace.length());
    }

    private static SeenPath path(RunRecord record, Key key, Plane plane, Later later) {
        Trace trace = key.trace();
        List<StepMark> marks = marks(record);
        SeenPath path = new SeenPath(
                trail(key, ProjectedPath.ofStored(trace, plane), plane).withMarks(marks));
        if (!trace.hasPositions() && key.settled()) {
            record.traced()
                    .ifPresent(task ->
                            path.refine(later, cancelled -> ProjectedPath.replayed(task, trace, plane, cancelled)
                                    .map(exact -> trail(key, exact, plane).withMarks(marks))));
        }
        return path;
    }

    private static Trail trail(Key key, ProjectedPath path, Plane plane) {
        int length = path.x().length;
        Trail trail = new Trail(
                key.name(),
                key.style(),
                path.x(),
                path.y(),
                length,
                length < key.trace().length());
        // A plane of two parameters moves with the playhead, and with it what lies beside it.
        return plane.isOfParameters() ? trail : trail.withAside(path.aside(plane));
    }
}
