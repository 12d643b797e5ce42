package fallline.picture;

import fallline.analysis.repeat.RepeatOrder;
import fallline.analysis.repeat.Repeater;
import fallline.analysis.repeat.Repeats;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The repeats of the runs of a scene, computed at once for files, and kept for the next picture. One thread uses it at
/// a time.
public final class RepeatedRuns {
    private Map<String, Repeats> kept = new HashMap<>();

    /// All repeats of the shown runs, by the name of the run.
    public Map<String, Repeats> all(Scene scene) {
        Map<String, Repeats> found = new LinkedHashMap<>();
        orders(scene)
                .forEach((run, order) -> found.put(
                        run,
                        Optional.ofNullable(kept.get(run))
                                .filter(known -> known.order().isSame(order))
                                .orElseGet(() -> Repeater.all(order, () -> false, _ -> {}))));
        kept = found;
        return found;
    }

    /// What is to be repeated of the shown runs of which all steps are computed, by the name of the run, the chosen
    /// one first.
    public static Map<String, RepeatOrder> orders(Scene scene) {
        Map<String, RepeatOrder> orders = new LinkedHashMap<>();
        order(scene, scene.chosen())
                .ifPresent(order -> orders.put(scene.chosen().name(), order));
        scene.shownRuns().forEach(run -> order(scene, run).ifPresent(order -> orders.put(run.name(), order)));
        orders.keySet().removeIf(run -> scene.view().runs().hidden().contains(run));
        return orders;
    }

    private static Optional<RepeatOrder> order(Scene scene, Run run) {
        return run.repeats().isEmpty()
                ? Optional.empty()
                : scene.record(run.name())
                        .filter(record -> record.settled() || record.judging())
                        .flatMap(RunRecord::path)
                        .filter(path -> isThere(path.trace()))
                        .map(path -> new RepeatOrder(
                                path.task(),
                                scene.experiment().start(),
                                run.repeats().getAsInt()));
    }

    private static boolean isThere(Trace trace) {
        return trace.lastFiniteStep() >= 0;
    }

    /// Those that belong to what the runs are now.
    public static Map<String, Repeats> fitting(Scene scene, Map<String, Repeats> known) {
        Map<String, Repeats> fitting = new HashMap<>();
        orders(scene).forEach((run, order) -> Optional.ofNullable(known.get(run))
                .filter(repeats -> repeats.order().isSame(order))
                .ifPresent(repeats -> fitting.put(run, repeats)));
        return fitting;
    }
}
