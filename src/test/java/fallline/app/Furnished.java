package fallline.app;

import fallline.app.export.FilePrinting;
import fallline.app.file.FileFeature;
import fallline.app.transport.Opening;
import fallline.experiment.Experiment;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.UserDesk;
import fallline.picture.page.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/// The whole window with all its features, and a user in front of it.
final class Furnished {
    private static final int ATTEMPTS = 3;

    private Furnished() {}

    /// A window of the smallest size.
    ///
    /// @param answers the files that the user picks, in turn, when asked for one
    static OpenWindow window(Experiment experiment, Path... answers) {
        return window(new ArrayList<>(), experiment, answers);
    }

    /// As above; the window is put into `windows`.
    static OpenWindow window(List<FallLineWindow> windows, Experiment experiment, Path... answers) {
        return window(Trial.NOTHING_KEPT, windows, experiment, answers);
    }

    /// As above, for a user who keeps rules and functions in folders.
    static OpenWindow window(OwnCatalogue own, List<FallLineWindow> windows, Experiment experiment, Path... answers) {
        return window(own, windows, experiment, new Trial.Answers(answers));
    }

    /// As above, with a user who also answers questions.
    static OpenWindow window(
            OwnCatalogue own, List<FallLineWindow> windows, Experiment experiment, Trial.Answers user) {
        return window(own, UserDesk.in(Path.of("target", "no-desk")), windows, experiment, user);
    }

    /// As above, with what the user had on the desk.
    static OpenWindow window(
            OwnCatalogue own, UserDesk desk, List<FallLineWindow> windows, Experiment experiment, Trial.Answers user) {
        Features features = new Features(
                Fixtures.CATALOGUE, new FilePrinting(Fixtures.CATALOGUE), own, desk, Opening.STILL, Optional.empty());
        OpenWindow open = OpenWindow.of(Trial.context(experiment, user, Views.ALL, features::on));
        windows.add(open.window());
        return open;
    }

    /// Opens a file as if it had been dropped on the window; FX thread.
    static void open(FallLineWindow window, Path file) {
        window.features().stream()
                .filter(FileFeature.class::isInstance)
                .map(FileFeature.class::cast)
                .findFirst()
                .orElseThrow()
                .open(file);
    }

    /// Does what a command says; FX thread.
    static void run(FallLineWindow window, String command) {
        window.commands().stream()
                .filter(one -> one.id().equals(command))
                .findFirst()
                .orElseThrow()
                .run();
    }

    /// Types into a field in place of what stands there, and presses Enter.
    static void enter(OpenWindow open, String field, String text) {
        replace(open, field, text);
        open.press(KeyCode.ENTER);
    }

    /// Types into a field in place of what stands there, and once more as a user would whose window lost the keyboard.
    static void replace(OpenWindow open, String field, String text) {
        open.reveal(field);
        TextInputControl input = open.find(field, TextInputControl.class);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            open.await(field + " has the focus", () -> {
                input.requestFocus();
                return input.isFocused();
            });
            open.fx(() -> input.selectAll());
            open.type(text);
            if (open.fx(() -> input.getText()).equals(text)) {
                return;
            }
        }
        throw new AssertionError(
                field + " shows '" + open.fx(() -> input.getText()) + "' and not the typed '" + text + "'");
    }

    /// Chooses from a searchable combo box by typing a part of the name.
    static void choose(OpenWindow open, String box, String part) {
        open.click(box);
        open.await("the list of " + box + " is open", () -> ((ComboBoxBase<?>) open.find(box)).isShowing());
        open.type(part);
        open.press(KeyCode.ENTER);
    }
}
