package fallline.app.pane;

import fallline.app.controls.Icons;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Something that can be done with what a pane shows: a button in its head, an entry of its menu, and a key.
public record PaneAction(Kind kind, Runnable action) {
    /// What panes may offer, in the order of the buttons.
    public enum Kind {
        RESET("reset", "Reset the view", "Shows everything again", Icons.RESET, new KeyCodeCombination(KeyCode.DIGIT0)),
        COPY(
                "copy",
                "Copy the picture",
                "Puts this picture on the clipboard",
                Icons.COPY,
                new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
        EXPORT(
                "export",
                "Export the picture…",
                "Saves this picture as PNG, SVG or PDF",
                Icons.EXPORT,
                new KeyCodeCombination(KeyCode.E));

        private final String word;
        private final String title;
        private final String tip;
        private final Icons icon;
        private final KeyCombination key;

        Kind(String word, String title, String tip, Icons icon, KeyCombination key) {
            this.word = word;
            this.title = title;
            this.tip = tip;
            this.icon = icon;
            this.key = key;
        }

        /// A word for tests and style sheets: `copy`.
        String word() {
            return word;
        }

        /// As it stands in a menu.
        String title() {
            return title;
        }

        /// One sentence with the key that does the same.
        String tip() {
            return tip + " (" + key.getDisplayText() + ")";
        }

        Icons icon() {
            return icon;
        }

        /// The key that does it in the pane under the mouse.
        KeyCombination key() {
            return key;
        }
    }
}
