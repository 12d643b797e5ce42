package fallline.app.desk;

import fallline.experiment.Run;
import fallline.figure.plot.Hit;
import fallline.picture.RunPaths;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The step that the mouse is on in any of the panes, which lights up in all. FX thread.
public final class Pointing {
    private final ReadOnlyObjectWrapper<Optional<Hit.Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReadOnlyObjectProperty<Optional<Hit.Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public Optional<Hit.Step> step() {
        return step.get();
    }

    /// The scene as if the playhead stood at the step that is pointed at, and its run were chosen; the scene itself
    /// when none is.
    public Scene preview(Scene scene) {
        return step.get()
                .flatMap(at -> run(scene, at)
                        .map(run -> new Scene(
                                scene.experiment(),
                                scene.records(),
                                scene.view().withPlayhead(at.step()).withChosenRun(run.name()))))
                .orElse(scene);
    }

    /// The step of the run called `run` that is pointed at, if it is one of that run's.
    public OptionalInt stepOf(Scene scene, String run) {
        return step.get()
                .filter(at ->
                        run(scene, at).filter(own -> own.name().equals(run)).isPresent())
                .map(at -> OptionalInt.of(at.step()))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Run> run(Scene scene, Hit.Step at) {
        return RunPaths.drawn(scene).stream().skip(at.run()).findFirst();
    }

    /// The mouse is on a step of the run called `run`, or on none.
    public void pointAt(Scene scene, String run, OptionalInt at) {
        List<Run> drawn = RunPaths.drawn(scene);
        int place = -1;
        for (int i = 0; i < drawn.size(); i++) {
            place = drawn.get(i).name().equals(run) ? i : place;
        }
        boolean shown = place >= 0 && at.isPresent();
        pointAt(shown ? Optional.of(new Hit.Step(place, at.getAsInt())) : Optional.empty());
    }

    /// The mouse is on this step, or on none.
    public void pointAt(Optional<Hit.Step> now) {
        step.set(now);
    }
}
