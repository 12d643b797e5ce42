package fallline.app.transport;

import fallline.analysis.events.EventKind;
import fallline.app.work.Questions;
import fallline.data.DataException;
import fallline.experiment.Experiment;
import fallline.experiment.edit.CureEdits;
import fallline.experiment.judge.Cure;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ViewState;
import fallline.number.Numbers;
import fallline.workbench.Narration;
import fallline.workbench.Playback;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
    private final EventsModel events;
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

    /// Whether playing came to the last step, and nobody has moved since.
    private boolean ranOut;

    private Optional<Landed> landed = Optional.empty();

    /// What a jump led to.
    ///
    /// @param sentence what is said as long as the playhead stays there and the run is as it was
    private record Landed(Trace trace, int step, String sentence) {}

    public TransportController(Workbench workbench, Questions questions) {
        this.workbench = workbench;
        events = new EventsModel(questions);
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
        events.update(scene);
        model.setNarration(narration(scene));
    }

    /// What happens at the playhead; after a jump, what it led to.
    private Narration narration(Scene scene) {
        Narration usual = Narration.of(scene);
        landed = landed.filter(at -> at.step() == scene.view().playhead()
                && scene.chosenTrace().filter(trace -> trace == at.trace()).isPresent());
        return landed.map(at -> new Narration(usual.tone(), at.sentence(), usual.cures()))
                .orElse(usual);
    }

    /// What happened along the chosen run.
    EventsModel events() {
        return events;
    }

    /// Goes to the best step of the chosen run, and says so.
    public void onBest() {
        events.when(known -> known.events()
                .best()
                .ifPresentOrElse(
                        step -> land(known, step, known.words(EventKind.BEST, step)),
                        () -> land(known, here(), "no step has a J")));
    }

    /// Goes to the next step at which one of these happened in the chosen run, and says what.
    public void onNext(Set<EventKind> kinds) {
        events.when(known -> go(known, known.events().next(here(), kinds), "nothing more happens", kinds));
    }

    /// Goes back to the last step at which one of these happened.
    public void onPrevious(Set<EventKind> kinds) {
        events.when(known -> go(known, known.events().previous(here(), kinds), "nothing happened before", kinds));
    }

    private int here() {
        return workbench.view().playhead();
    }

    private void go(EventsModel.Found known, OptionalInt step, String otherwise, Set<EventKind> kinds) {
        String nothing =
                kinds.size() == 1 ? otherwise + " (" + kinds.iterator().next().words() + ")" : otherwise;
        step.ifPresentOrElse(at -> land(known, at, known.words(at)), () -> land(known, here(), nothing));
    }

    private void land(EventsModel.Found known, int step, String words) {
        moveTo(step);
        landed = Optional.of(
                new Landed(known.trace(), here(), known.run() + " at step " + Numbers.whole(step) + ": " + words));
        model.setNarration(narration(workbench.scene()));
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
        ranOut = false;
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
        boolean held = due > 0 && workbench.view().playhead() == from;
        if (held || workbench.view().playhead() >= end) {
            pause();
            ranOut = workbench.view().playhead() >= workbench.experiment().steps(); // not where something holds it
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
        ranOut = false;
        events.forget();
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
            boolean goesOn = cure instanceof Cure.Further && ranOut;
            workbench.edit(edits.cured(before, run, cure));
            if (goesOn && workbench.experiment() != before) {
                begin(Integer.MAX_VALUE, pace);
            }
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
