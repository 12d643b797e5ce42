package fallline.app.transport;

import fallline.data.DataException;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.edit.CureEdits;
import fallline.experiment.judge.Cure;
import fallline.experiment.view.ViewState;
import fallline.workbench.Narration;
import fallline.workbench.Playback;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Moves the playhead: by hand, or with the time that passes. It never touches a number of a run, except to mend it as
/// its verdict suggests.
public final class TransportController {
    /// Steps a second, up to which each step is waited for by itself.
    private static final double SLOW = 30;

    private final Workbench workbench;
    private final TransportModel model = new TransportModel();
    private final Playback playback = new Playback();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            if (speed() <= SLOW) {
                stop();
                turn(playing);
            } else {
                onFrame(System.nanoTime()); // the clock of turns
            }
        }
    };
    /// Which of the times that something was played is now: a turn that was asked for before the last pause is void.
    private int playing;

    private int stop = Integer.MAX_VALUE;
    private double pace;
    private boolean fromHereBefore;

    public TransportController(Workbench workbench) {
        this.workbench = workbench;
        workbench.listen(this::update);
        update(workbench.scene());
    }

    /// What the bar shows.
    public TransportModel model() {
        return model;
    }

    private void update(Scene scene) {
        model.setPosition(new TransportModel.Position(
                scene.view().playhead(), scene.experiment().steps()));
        model.setChanges(
                scene.chosen().recipe().changes().stream().map(Change::step).toList());
        model.setNarration(Narration.of(scene));
    }

    /// Plays or pauses; at the end it plays from the start.
    public void onPlayOrPause() {
        if (model.playingProperty().get()) {
            pause();
        } else {
            play();
        }
    }

    /// Plays from the playhead to the last step.
    private void play() {
        if (workbench.view().playhead() >= workbench.experiment().steps()) {
            moveTo(0);
        }
        begin(Integer.MAX_VALUE, 0);
    }

    /// Plays up to `step` at a speed of its own, and stops there.
    public void playTo(int step, double stepsPerSecond) {
        begin(step, stepsPerSecond);
    }

    private void begin(int last, double stepsPerSecond) {
        stop = last;
        pace = stepsPerSecond;
        playback.start();
        if (!model.playingProperty().get()) {
            fromHereBefore = workbench.view().fromHere();
        }
        model.setPlaying(true);
        workbench.look(workbench.view().withFromHere(true));
        timer.stop();
        turn(++playing);
    }

    /// Frames come at the pace of the steps where that is slower than the screen's: those in between would show
    /// nothing new, and cost as much.
    private void turn(int of) {
        if (of != playing || !model.playingProperty().get()) {
            return;
        }
        onFrame(System.nanoTime());
        if (model.playingProperty().get() && speed() <= SLOW) {
            CompletableFuture.delayedExecutor(playback.millisToNext(speed()), TimeUnit.MILLISECONDS, Platform::runLater)
                    .execute(() -> turn(of));
        } else if (model.playingProperty().get()) {
            timer.start();
        }
    }

    private double speed() {
        return pace > 0 ? pace : model.speedProperty().get();
    }

    /// Stands still.
    public void pause() {
        if (model.playingProperty().get()) {
            timer.stop();
            playing++;
            model.setPlaying(false);
            workbench.look(workbench.view().withFromHere(fromHereBefore));
        }
    }

    private void onFrame(long nanos) {
        int due = playback.due(nanos, speed());
        int end = Math.min(stop, workbench.experiment().steps());
        int from = workbench.view().playhead();
        if (due > 0 && from < end) {
            look(Math.min(end, from + due));
        }
        if (workbench.view().playhead() >= end) {
            pause();
        }
    }

    /// Goes back to the start and plays.
    public void onRestart() {
        pause();
        look(0);
        play();
    }

    public void onFirst() {
        moveTo(0);
    }

    public void onLast() {
        moveTo(workbench.experiment().steps());
    }

    /// Moves by hand, which ends playing.
    ///
    /// @param steps negative for backwards
    public void onStep(int steps) {
        moveTo(workbench.view().playhead() + steps);
    }

    /// Moves to a step by hand, which ends playing.
    public void moveTo(int step) {
        pause();
        look(step);
    }

    private void look(int step) {
        ViewState view = workbench.view();
        workbench.look(
                view.withPlayhead(Math.clamp(step, 0, workbench.experiment().steps())));
    }

    /// Another speed of playing.
    public void onSpeed(double stepsPerSecond) {
        pace = 0;
        model.setSpeed(stepsPerSecond);
    }

    /// Mends the chosen run, as one edit that can be undone; or goes to the step that a cure points at.
    public void onCure(Cure cure) {
        if (cure instanceof Cure.JumpTo(int there)) {
            moveTo(there);
            return;
        }
        Experiment before = workbench.experiment();
        String run = workbench.scene().chosen().name();
        CureEdits edits = new CureEdits(workbench.resolver());
        if (cure instanceof Cure.Standardise) {
            Thread.ofPlatform().daemon().name("cure").start(() -> standardise(edits, before, run, cure));
        } else {
            workbench.edit(edits.cured(before, run, cure));
        }
    }

    /// Off the window's thread, since data may have many rows; dropped if the experiment is another by then.
    private void standardise(CureEdits edits, Experiment before, String run, Cure cure) {
        Experiment next;
        try {
            next = edits.cured(before, run, cure);
        } catch (DataException _) {
            return; // a model that runs has columns that vary, which is all that standardising needs
        }
        Platform.runLater(() -> {
            if (workbench.experiment() == before) {
                workbench.edit(next);
            }
        });
    }
}
