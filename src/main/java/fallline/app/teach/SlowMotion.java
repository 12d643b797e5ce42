package fallline.app.teach;

import fallline.analysis.stage.StepStages;
import fallline.app.controls.OfferBar;
import fallline.app.controls.Term;
import fallline.app.desk.Desk;
import fallline.app.feature.Surroundings;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ViewState;
import fallline.number.Numbers;
import fallline.picture.page.Views;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.util.Duration;

/// Shows the step from the playhead on stage by stage, each with its line in the step panel and its arrow on the
/// surface; then the playhead goes on. Whatever else moves, it ends. FX thread.
final class SlowMotion {
    private static final Duration EACH = Duration.seconds(1.5);

    /// A step whose stages are wanted.
    private record Wanted(Experiment experiment, String run, RunTask task, Trace trace, int step) {}

    /// What is shown.
    ///
    /// @param solid whether the surface was a solid before
    /// @param covered the pane that lay over the step's
    private record Shown(Wanted step, StepStages stages, int stage, boolean solid, Optional<String> covered) {
        Shown at(int next) {
            return new Shown(step, stages, next, solid, covered);
        }
    }

    private final Desk desk;
    private final Workbench workbench;
    private final Runnable pause;
    private final OfferBar bar;
    private final Asking<Wanted, StepStages> asking;
    private final PauseTransition clock = new PauseTransition(EACH);
    private final Button next = OfferBar.button("slow-next", "Next", this::onNext);
    private final Button stop = OfferBar.button("slow-stop", "Stop", this::onStop);
    private Optional<Surroundings> surroundings = Optional.empty();
    private Optional<Shown> shown = Optional.empty();

    /// @param pause ends playing
    SlowMotion(Desk desk, Runnable pause, OfferBar bar) {
        this.desk = desk;
        this.pause = pause;
        this.bar = bar;
        workbench = desk.workbench();
        asking = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Working out the stages",
                        SlowMotion::stages,
                        (wanted, found) -> begin(wanted, found));
        clock.setOnFinished(_ -> onNext());
        workbench.listen(this::update);
    }

    private static StepStages stages(Wanted wanted) {
        Replay replay = new Replay(wanted.task(), wanted.trace());
        replay.moveTo(wanted.step());
        return StepStages.of(replay);
    }

    void furnish(Surroundings around) {
        surroundings = Optional.of(around);
    }

    /// Whether there is a step from here on whose stages are known, and nothing of it is hidden.
    boolean canStart() {
        return workbench.veil().isEmpty() && wanted(workbench.scene()).isPresent();
    }

    boolean isRunning() {
        return shown.isPresent();
    }

    private static Optional<Wanted> wanted(Scene scene) {
        int step = scene.view().playhead();
        String run = scene.chosen().name();
        return scene.record(run)
                .flatMap(RunRecord::path)
                .filter(path -> path.trace().recording().isEmpty()
                        && step < path.trace().lastFiniteStep())
                .map(path -> new Wanted(scene.experiment(), run, path.task(), path.trace(), step));
    }

    void onStart() {
        pause.run();
        end();
        wanted(workbench.scene()).ifPresent(asking::ask);
    }

    private void begin(Wanted wanted, StepStages found) {
        asking.withdraw();
        if (isAt(workbench.scene(), wanted)) {
            show(new Shown(wanted, found, 0, workbench.view().loss().surface().solid(), lay(Views.STEP.id())));
        }
    }

    private Optional<String> lay(String pane) {
        return surroundings.flatMap(around -> around.lay(pane));
    }

    private static boolean isAt(Scene scene, Wanted wanted) {
        return scene.experiment() == wanted.experiment()
                && scene.chosen().name().equals(wanted.run())
                && scene.view().playhead() == wanted.step();
    }

    private void show(Shown now) {
        shown = Optional.of(now);
        int count = now.stages().all().size();
        String caption = now.stages().all().get(now.stage()).caption();
        next.setText(now.stage() + 1 < count ? "Next" : "Land");
        bar.show(
                Term.STAGE,
                "Step " + Numbers.whole(now.step().step() + 1L) + ", stage " + (now.stage() + 1) + " of " + count + ": "
                        + caption,
                List.of(next, stop));
        workbench.look(view().withChalk(chalk -> chalk.withStage(OptionalInt.of(now.stage()))));
        if (!desk.appearance().reducedMotion()) {
            clock.playFromStart();
        }
    }

    /// A solid is seen from above meanwhile.
    private ViewState view() {
        return workbench.view().withSurface(surface -> surface.withSolid(false));
    }

    /// The next stage; after the last one the step is done.
    void onNext() {
        shown.ifPresent(now -> {
            if (now.stage() + 1 < now.stages().all().size()) {
                show(now.at(now.stage() + 1));
            } else {
                end();
                workbench.look(workbench.view().withPlayhead(now.step().step() + 1));
            }
        });
    }

    /// Gives it up; the playhead stays.
    void onStop() {
        end();
    }

    private void update(Scene scene) {
        if (shown.isPresent() && !isAt(scene, shown.get().step())) {
            Platform.runLater(this::endElsewhere); // when all have heard of this scene
        }
    }

    private void endElsewhere() {
        if (shown.isPresent() && !isAt(workbench.scene(), shown.get().step())) {
            end();
        }
    }

    private void end() {
        clock.stop();
        asking.withdraw();
        Optional<Shown> before = shown;
        shown = Optional.empty();
        before.ifPresent(was -> {
            bar.hide();
            was.covered().ifPresent(this::lay);
            ViewState plain = workbench.view().withChalk(chalk -> chalk.withStage(OptionalInt.empty()));
            workbench.look(was.solid() ? plain.withSurface(surface -> surface.withSolid(true)) : plain);
        });
    }
}
