package fallline.app.present;

import fallline.app.desk.Appearance;
import fallline.app.desk.Desk;
import fallline.app.feature.Surroundings;
import fallline.app.transport.TransportModel;
import fallline.experiment.view.PresenterLook;
import fallline.figure.paint.Theme;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts the experiment on a stage, and afterwards everything back as it was: the place of the window, full screen, the
/// panes, colours, size and keyboard. FX thread.
final class Presenter {
    static final String BLACK = "stage-black";
    static final String WHITE = "stage-white";

    /// Lines of themes that are not made for a projector, as a share of theirs.
    private static final double THICK = 1.6;

    /// What the window was before.
    ///
    /// @param x left edge, y upper edge, width and height in pixels of the screen
    private record Before(
            double x,
            double y,
            double width,
            double height,
            boolean maximised,
            boolean fullScreen,
            String hint,
            @Nullable KeyCombination exit,
            @Nullable Node keyboard) {
        static Before of(Stage stage, Scene scene) {
            return new Before(
                    stage.getX(),
                    stage.getY(),
                    stage.getWidth(),
                    stage.getHeight(),
                    stage.isMaximized(),
                    stage.isFullScreen(),
                    stage.getFullScreenExitHint() == null ? "" : stage.getFullScreenExitHint(),
                    stage.getFullScreenExitKeyCombination(),
                    scene.getFocusOwner());
        }
    }

    /// A presentation that goes on.
    private record Show(Before before, StageStrip strip, Curtains curtains) {}

    private final Desk desk;
    private final TransportModel transport;
    private Optional<Surroundings> surroundings = Optional.empty();
    private Optional<Show> show = Optional.empty();

    Presenter(Desk desk, TransportModel transport) {
        this.desk = desk;
        this.transport = transport;
    }

    void furnish(Surroundings around) {
        surroundings = Optional.of(around);
    }

    boolean isOn() {
        return show.isPresent();
    }

    boolean isBlank(String style) {
        return show.filter(now -> now.curtains.isBlank(style)).isPresent();
    }

    boolean isSpotlit() {
        return show.filter(now -> now.curtains.isSpotlit()).isPresent();
    }

    /// Begins, or ends.
    void toggle() {
        if (isOn()) {
            leave();
        } else {
            enter();
        }
    }

    void enter() {
        Scene scene = desk.stage().getScene();
        if (isOn() || surroundings.isEmpty() || scene == null || !(scene.getRoot() instanceof Pane root)) {
            return;
        }
        Stage stage = desk.stage();
        PresenterLook look = desk.workbench().view().presenter();
        Before before = Before.of(stage, scene);
        StageStrip strip = new StageStrip(look, transport, surroundings.get().controls());
        Curtains curtains = new Curtains(scene, root);
        show = Optional.of(new Show(before, strip, curtains));
        surroundings.get().present(look.panes(), Optional.of(strip));
        wear(look);
        curtains.open();
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(true);
        root.requestFocus();
    }

    private void wear(PresenterLook look) {
        Appearance appearance = desk.appearance();
        switch (look.colours()) {
            case PROJECTOR -> appearance.lend(Theme.PROJECTOR, 1, look.size());
            case WINDOW -> appearance.lend(appearance.theme(), THICK, look.size());
            case DARK -> appearance.lend(Theme.DARK, THICK, look.size());
        }
    }

    void leave() {
        Show was = show.orElse(null);
        if (was == null) {
            return;
        }
        show = Optional.empty();
        was.curtains.close();
        was.strip.close();
        surroundings.ifPresent(around -> around.present(List.of(), Optional.empty()));
        desk.appearance().giveBack();
        putBack(was.before);
    }

    private void putBack(Before before) {
        Stage stage = desk.stage();
        stage.setFullScreen(before.fullScreen);
        stage.setFullScreenExitHint(before.hint.isEmpty() ? null : before.hint);
        stage.setFullScreenExitKeyCombination(before.exit);
        Platform.runLater(
                () -> { // when the window is no longer on the full screen
                    if (!before.fullScreen && stage.isMaximized() != before.maximised) {
                        stage.setMaximized(before.maximised);
                    }
                    if (!before.fullScreen && !before.maximised && stage.isShowing()) {
                        stage.setX(before.x);
                        stage.setY(before.y);
                        stage.setWidth(before.width);
                        stage.setHeight(before.height);
                    }
                });
        Scene scene = stage.getScene();
        Node keyboard = before.keyboard;
        if (keyboard != null && keyboard.getScene() == scene) {
            keyboard.requestFocus();
        } else if (scene != null) {
            scene.getRoot().requestFocus();
        }
    }

    void blank(String style) {
        show.ifPresent(now -> now.curtains.blank(style));
    }

    void spotlight() {
        show.ifPresent(now -> now.curtains.toggleSpotlight());
    }
}
