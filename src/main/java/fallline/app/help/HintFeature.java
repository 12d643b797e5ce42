package fallline.app.help;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Surroundings;
import fallline.app.pane.PlotPane;
import fallline.file.user.HintFile;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.MouseEvent;

/// Shows a new user what to try first, below the living picture, until it was tried or put away. Nobody is asked
/// anything, and nothing is in the way of anything.
public final class HintFeature implements Feature {
    private final Desk desk;
    private final PlotPane pane;
    private final ObservableValue<Boolean> playing;
    private final HintFile file;
    private final Optional<Set<String>> kept;
    private final HintStrip strip = new HintStrip(this::onDismissed);
    private final Set<Hint> left = EnumSet.noneOf(Hint.class);
    private Set<Hint> shown = Set.of();
    private Deeds before;

    /// Whether a mouse button is down: a picture must not grow under a hand that drags in it.
    private boolean held;

    /// Whether a lesson or a presentation has the window: who learns or watches is not to be told something else.
    private boolean taken;

    /// @param pane the picture below which the hints stand
    /// @param playing whether the playhead moves by itself
    /// @param first whether this is the first screen, on which hints appear without being asked for
    public HintFeature(Desk desk, PlotPane pane, ObservableValue<Boolean> playing, HintFile file, boolean first) {
        this.desk = desk;
        this.pane = pane;
        this.playing = playing;
        this.file = file;
        kept = first ? file.read() : Optional.empty(); // before anybody writes preferences
        before = now(desk.workbench().scene());
        desk.workbench().listen(this::follow);
        playing.subscribe(_ -> before = now(desk.workbench().scene()));
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("show-hints", "Show the first hints", this::onAgain)
                .in(Menu.HELP, 5)
                .enabledWhen(() -> left.size() < Hint.values().length)
                .tipped("Shows below the loss what to try first: drag the start, turn the learning rate, step."));
    }

    @Override
    public void onFurnished(Surroundings surroundings) {
        surroundings.takenProperty().subscribe(now -> {
            taken = now;
            display();
        });
    }

    @Override
    public void onShown() {
        javafx.scene.Scene scene = desk.stage().getScene();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> held = true);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            held = false;
            display();
        });
        kept.ifPresent(done -> {
            show(Arrays.stream(Hint.values())
                    .filter(hint -> !done.contains(hint.word()))
                    .collect(Collectors.toSet()));
            if (!left.isEmpty()) {
                keep(); // who starts again is no new user by then, but may not have tried anything yet
            }
        });
    }

    private Deeds now(Scene scene) {
        Workbench workbench = desk.workbench();
        return Deeds.of(workbench.document(), scene, playing.getValue());
    }

    private void follow(Scene scene) {
        if (left.isEmpty()) {
            return;
        }
        Deeds now = now(scene);
        Set<Hint> done = before.until(now);
        before = now;
        if (left.removeAll(done)) {
            display();
            keep();
        }
    }

    private void onDismissed(Hint hint) {
        left.remove(hint);
        display();
        keep();
    }

    private void onAgain() {
        show(EnumSet.allOf(Hint.class));
        keep();
    }

    private void show(Set<Hint> hints) {
        left.clear();
        left.addAll(hints);
        before = now(desk.workbench().scene());
        display();
    }

    private void display() {
        Set<Hint> now = taken ? Set.of() : Set.copyOf(left);
        if (held || shown.equals(now)) {
            return;
        }
        shown = now;
        strip.show(taken ? now : left);
        if (now.isEmpty()) {
            pane.foot().remove(strip);
        } else if (!pane.foot().contains(strip)) {
            pane.foot().add(strip);
        }
    }

    private void keep() {
        Set<String> done = Arrays.stream(Hint.values())
                .filter(hint -> !left.contains(hint))
                .map(Hint::word)
                .collect(Collectors.toSet());
        desk.files().run(file.file(), "Keeping which hints are done", () -> file.write(done), _ -> {});
    }
}
