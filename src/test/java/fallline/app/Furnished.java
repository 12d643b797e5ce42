package fallline.app;

import fallline.app.AppContext.Opening;
import fallline.app.export.FilePrinting;
import fallline.experiment.Experiment;
import fallline.experiment.TaskResolver;
import fallline.experiment.ViewState;
import fallline.figure.Typesetter;
import fallline.file.OwnCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /// As above; the features are put into `features`.
    static OpenWindow window(List<Furnishing> features, Experiment experiment, Path... answers) {
        return window(Trial.NOTHING_KEPT, features, experiment, answers);
    }

    /// As above, for a user who keeps rules and functions in folders.
    static OpenWindow window(OwnCatalogue own, List<Furnishing> features, Experiment experiment, Path... answers) {
        return window(own, features, experiment, new Trial.Answers(answers));
    }

    /// As above, with a user who also answers questions.
    static OpenWindow window(OwnCatalogue own, List<Furnishing> features, Experiment experiment, Trial.Answers user) {
        Typesetter typesetter = new Typesetter();
        AppContext context = new AppContext(
                experiment,
                ViewState.initial(experiment),
                new TaskResolver(Fixtures.CATALOGUE),
                Pictures.of(typesetter),
                desk -> {
                    Furnishing made = new Furnishing(
                            desk,
                            Fixtures.CATALOGUE,
                            typesetter,
                            new FilePrinting(new TaskResolver(Fixtures.CATALOGUE)),
                            own);
                    features.add(made);
                    return made.furniture();
                },
                _ -> user,
                Opening.STILL);
        return OpenWindow.of(context);
    }

    /// Types into a field in place of what stands there, and presses Enter.
    static void enter(OpenWindow open, String field, String text) {
        replace(open, field, text);
        open.press(KeyCode.ENTER);
    }

    /// Types into a field in place of what stands there, and once more as a user would whose window lost the keyboard.
    static void replace(OpenWindow open, String field, String text) {
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
