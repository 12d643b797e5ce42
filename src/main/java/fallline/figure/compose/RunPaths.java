package fallline.figure.compose;

import fallline.experiment.Replay;
import fallline.experiment.Run;
import fallline.experiment.RunRecord;
import fallline.experiment.Scene;
import fallline.experiment.Trace;
import fallline.experiment.ViewState.Plane;
import fallline.figure.RunStyle;
import fallline.figure.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The paths of a scene's runs, made once for each trace. One thread uses it at a time.
public final class RunPaths {
    private record Key(Trace trace, Plane plane, int place, String name) {}

    private Map<Key, Trail> kept = new HashMap<>();

    /// The style of the run at that place of the experiment's list.
    static RunStyle style(Scene scene, Run run) {
        return RunStyle.of(scene.experiment().indexOf(run.name()));
    }

    /// The runs that pictures draw, in the order of their hits: the shown ones that have at least one finite step, in
    /// order.
    public static List<Run> drawn(Scene scene) {
        return scene.shownRuns().stream()
                .filter(run -> scene.trace(run.name())
                        .filter(trace -> trace.lastFiniteStep() >= 0)
                        .isPresent())
                .toList();
    }

    /// The place of the chosen run among these, or −1.
    static int chosen(Scene scene, List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).name().equals(scene.chosen().name())) {
                return i;
            }
        }
        return -1;
    }

    /// The paths of `runs` in the plane; with one parameter, the parameter and J.
    List<Trail> trails(Scene scene, List<Run> runs, Plane plane) {
        Map<Key, Trail> used = new HashMap<>();
        List<Trail> trails = new ArrayList<>();
        for (Run run : runs) {
            RunRecord record = scene.record(run.name()).orElseThrow();
            Key key = new Key(
                    record.trace().orElseThrow(), plane, scene.experiment().indexOf(run.name()), run.name());
            Trail trail = Optional.ofNullable(kept.get(key)).orElseGet(() -> trail(record, key));
            used.put(key, trail);
            trails.add(trail);
        }
        kept = used;
        return trails;
    }

    private static Trail trail(RunRecord record, Key key) {
        Trace trace = key.trace();
        int length = trace.lastFiniteStep() + 1;
        double[] x = new double[length];
        double[] y = new double[length];
        Optional<Replay> replay =
                trace.hasPositions() ? Optional.empty() : record.traced().map(task -> new Replay(task, trace));
        for (int k = 0; k < length; k++) {
            if (replay.isPresent()) {
                replay.get().moveTo(k);
                double[] theta = replay.get().theta();
                x[k] = theta[key.plane().horizontal()];
                y[k] = theta[key.plane().vertical()];
            } else {
                x[k] = trace.parameter(k, key.plane().horizontal());
                y[k] = trace.parameter(k, key.plane().vertical());
            }
            if (trace.dimension() == 1) {
                y[k] = trace.loss(k);
            }
        }
        return new Trail(key.name(), RunStyle.of(key.place()), x, y, length, length < trace.length());
    }
}
