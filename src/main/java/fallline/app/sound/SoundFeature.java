package fallline.app.sound;

import fallline.analysis.sound.Ears;
import fallline.analysis.sound.Pitch;
import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Brings the loss as a tone: while it is on, each step sounds as high as log J is. Off until somebody asks; the sound
/// device is not touched before.
public final class SoundFeature implements Feature {
    private static final double WHOLE_SECONDS = 3;

    private final Workbench workbench;
    private final Supplier<Speaker> opener;
    private final Asking<Supplier<Speaker>, Speaker> opening;
    private final Asking<Ears, float[][]> composing;
    private Optional<Speaker> speaker = Optional.empty();
    private Optional<Consumer<Speaker>> waiting = Optional.empty();
    private boolean on;
    private boolean two;
    private int heard = -1;

    public SoundFeature(Desk desk) {
        this(desk, () -> Loudspeaker.open()); // not even its class is read before
    }

    /// @param opener opens what tones come out of, on any thread
    SoundFeature(Desk desk, Supplier<Speaker> opener) {
        this.opener = opener;
        workbench = desk.workbench();
        opening = desk.questions()
                .on(Lane.ANALYSIS, "Opening the sound", (Supplier<Speaker> how) -> how.get(), (_, opened) -> {
                    speaker = Optional.of(opened);
                    if (!opened.isHeard()) {
                        desk.notices().tell("There is no sound device here: tones stay silent.");
                    }
                    waiting.ifPresent(then -> then.accept(opened));
                    waiting = Optional.empty();
                });
        composing = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Making the tone",
                        (Ears ears) -> ears.curves(WHOLE_SECONDS, Loudspeaker.RATE),
                        (_, curves) -> withSpeaker(open -> open.play(curves[0], curves[1])));
        workbench.listen(this::update);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("sound", "Hear the loss", this::toggle)
                        .on(Key.letter('T'))
                        .in(Menu.RUN, 4)
                        .switching(() -> on)
                        .tipped("Each step sounds as high as log J: an octave a power of ten."),
                Command.of("hear-curve", "Listen to the whole curve", this::onCurve)
                        .in(Menu.RUN, 4)
                        .enabledWhen(() -> ears(workbench.scene()).isPresent())
                        .tipped("All steps of the run in three seconds."),
                Command.of("hear-two", "Hear two runs, left and right", this::onTwo)
                        .in(Menu.RUN, 4)
                        .switching(() -> two)
                        .enabledWhen(() -> other(workbench.scene()).isPresent())
                        .tipped("The chosen run left, the next one that is shown right."));
    }

    private void withSpeaker(Consumer<Speaker> then) {
        if (speaker.isPresent()) {
            then.accept(speaker.get());
        } else {
            waiting = Optional.of(then);
            opening.ask(opener);
        }
    }

    private void toggle() {
        on = !on;
        heard = workbench.view().playhead();
        if (on) {
            withSpeaker(_ -> sound(workbench.scene()));
        }
    }

    private void onTwo() {
        two = !two;
    }

    private void onCurve() {
        ears(workbench.scene()).ifPresent(composing::ask);
    }

    private void update(Scene scene) {
        int step = scene.view().playhead();
        if (on && step != heard) {
            heard = step;
            sound(scene);
        }
    }

    private void sound(Scene scene) {
        ears(scene)
                .ifPresent(now -> speaker.ifPresent(open -> {
                    Pitch pitch = now.pitch();
                    open.tone(frequency(scene, now.left(), pitch), frequency(scene, now.right(), pitch));
                }));
    }

    private static double frequency(Scene scene, Trace trace, Pitch pitch) {
        boolean gone = trace.lastFiniteStep() < trace.lastStep() && scene.view().playhead() >= trace.lastStep();
        return pitch.frequency(gone ? Double.NaN : Ears.loss(trace, scene.shownStep(trace)));
    }

    private Optional<Ears> ears(Scene scene) {
        return scene.chosenTrace()
                .filter(Ears::canHear)
                .map(left -> new Ears(left, two ? other(scene).orElse(left) : left));
    }

    /// The trace of the next run that is shown, if there is one.
    private static Optional<Trace> other(Scene scene) {
        List<Run> runs = scene.shownRuns();
        int at = runs.stream().map(Run::name).toList().indexOf(scene.chosen().name());
        return Stream.concat(runs.stream().skip(at + 1L), runs.stream().limit(Math.max(0, at)))
                .flatMap(run -> scene.trace(run.name()).stream())
                .filter(Ears::canHear)
                .findFirst();
    }

    @Override
    public void onClose() {
        speaker.ifPresent(Speaker::close);
    }
}
