package fallline.app.transport;

import fallline.analysis.events.EventKind;
import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Brings the bar that steps, plays and scrubs, and its keys.
public final class TransportFeature implements Feature {
    private final Desk desk;
    private final TransportController controller;
    private final TransportBar bar;
    private final Opening opening;

    /// @param opening what plays by itself when the window appears
    public TransportFeature(Desk desk, Opening opening) {
        this.desk = desk;
        this.opening = opening;
        controller = new TransportController(desk.workbench(), desk.questions());
        bar = new TransportBar(controller);
    }

    /// Plays at this many steps a second.
    public void setSpeed(double stepsPerSecond) {
        controller.onSpeed(stepsPerSecond);
    }

    /// Whether the playhead moves by itself.
    public ReadOnlyBooleanProperty playingProperty() {
        return controller.model().playingProperty();
    }

    /// What the bar shows.
    public TransportModel model() {
        return controller.model();
    }

    /// Stands still.
    public void pause() {
        controller.pause();
    }

    /// Moves the playhead by hand, which ends playing; a lesson may lock it.
    public void moveTo(int step) {
        controller.moveTo(step);
    }

    @Override
    public List<Node> footer() {
        return List.of(bar);
    }

    @Override
    public Map<String, Node> controls() {
        Map<String, Node> all = new HashMap<>(bar.controls());
        all.put("transport", bar);
        return all;
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(moves());
        all.addAll(jumps());
        return all.stream().map(command -> command.changing("play")).toList();
    }

    /// To what happened in the chosen run; those of one kind are found by name only.
    private List<Command> jumps() {
        Set<EventKind> any = EnumSet.allOf(EventKind.class);
        return List.of(
                Command.of("best-step", "To the best step", controller::onBest)
                        .on(Key.letter('B'))
                        .in(Menu.RUN, 1),
                Command.of("next-event", "To the next event", () -> controller.onNext(any))
                        .on(Key.command("Ctrl →", KeyCode.RIGHT))
                        .in(Menu.RUN, 1)
                        .tipped(
                                "Where J gets worse, the path turns back, the rate or a setting changes, or an epoch ends."),
                Command.of("previous-event", "To the event before", () -> controller.onPrevious(any))
                        .on(Key.command("Ctrl ←", KeyCode.LEFT))
                        .in(Menu.RUN, 1),
                next("next-worse", "Next step at which J gets worse", EventKind.WORSE),
                next("next-turn", "Next turn of the path", EventKind.TURN),
                next("next-rate", "Next change of the learning rate", EventKind.RATE),
                next("next-epoch", "Next end of an epoch", EventKind.EPOCH),
                next("next-change", "Next recorded change", EventKind.CHANGE));
    }

    private Command next(String id, String title, EventKind kind) {
        return Command.of(id, title, () -> controller.onNext(EnumSet.of(kind)));
    }

    private List<Command> moves() {
        return List.of(
                Command.of("play", "Play or pause", controller::onPlayOrPause)
                        .on(Key.typed("Space", " "))
                        .in(Menu.RUN, 1),
                Command.of("step", "One step", () -> controller.onStep(1))
                        .on(Key.pressed("→", KeyCode.RIGHT))
                        .on(Key.typed(".", "."))
                        .on(Key.always(KeyCode.PAGE_DOWN))
                        .in(Menu.RUN, 1),
                Command.of("back", "One step back", () -> controller.onStep(-1))
                        .on(Key.pressed("←", KeyCode.LEFT))
                        .on(Key.typed(",", ","))
                        .on(Key.always(KeyCode.PAGE_UP))
                        .in(Menu.RUN, 1),
                Command.of("ten-steps", "Ten steps", () -> controller.onStep(10))
                        .on(Key.shifted("Shift →", KeyCode.RIGHT))
                        .in(Menu.RUN, 1),
                Command.of("ten-back", "Ten steps back", () -> controller.onStep(-10))
                        .on(Key.shifted("Shift ←", KeyCode.LEFT))
                        .in(Menu.RUN, 1),
                Command.of("first", "To the start", controller::onFirst)
                        .on(Key.pressed("Home", KeyCode.HOME))
                        .in(Menu.RUN, 1),
                Command.of("last", "To the last step", controller::onLast)
                        .on(Key.pressed("End", KeyCode.END))
                        .in(Menu.RUN, 1),
                Command.of("restart", "Play from the start", controller::onRestart)
                        .on(Key.letter('R'))
                        .in(Menu.RUN, 1));
    }

    @Override
    public void onShown() {
        if (opening.lastStep() > 0 && desk.appearance().reducedMotion()) {
            controller.moveTo(opening.lastStep());
        } else if (opening.lastStep() > 0) {
            controller.playTo(opening.lastStep(), opening.stepsPerSecond());
        }
    }

    @Override
    public void onClose() {
        controller.pause();
    }
}
