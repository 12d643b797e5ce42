package fallline.app.help;

import fallline.experiment.Run;
import fallline.optimizer.HyperValue;
import fallline.problem.Problem;
import fallline.workbench.Document;
import fallline.workbench.Scene;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells from two moments of the window which of the hints the user has followed in between. Opening something else,
/// choosing another problem or optimizer, and what plays by itself follow none.
///
/// @param document what was open
/// @param rates the learning rate of each run, with its name and optimizer
/// @param playing whether the playhead moved by itself
record Deeds(Document document, Problem problem, List<Double> start, List<Rate> rates, int playhead, boolean playing) {
    record Rate(String run, String optimizer, Optional<HyperValue> value) {
        private static Rate of(Run run) {
            return new Rate(
                    run.name(),
                    run.recipe().optimizer(),
                    Optional.ofNullable(run.recipe().hyperparameters().get("lr")));
        }

        private boolean isTurned(Rate now) {
            return run.equals(now.run) && optimizer.equals(now.optimizer) && !value.equals(now.value);
        }
    }

    static Deeds of(Document document, Scene scene, boolean playing) {
        return new Deeds(
                document,
                scene.experiment().problem(),
                Arrays.stream(scene.experiment().startPoint()).boxed().toList(),
                scene.experiment().runs().stream().map(Rate::of).toList(),
                scene.view().playhead(),
                playing);
    }

    /// What was done since.
    Set<Hint> until(Deeds now) {
        Set<Hint> done = EnumSet.noneOf(Hint.class);
        if (!document.equals(now.document) || !problem.equals(now.problem)) {
            return done;
        }
        if (!start.equals(now.start)) {
            done.add(Hint.DRAG_START);
        }
        if (rates.stream().anyMatch(before -> now.rates.stream().anyMatch(before::isTurned))) {
            done.add(Hint.TURN_RATE);
        }
        if (!now.playing && now.playhead == playhead + 1) {
            done.add(Hint.STEP);
        }
        return done;
    }
}
