package fallline.app.menu;

import fallline.app.feature.Key;
import java.util.Locale;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key as it stands at the right of an entry. It is only read: keys are pressed through [fallline.app.shell.Keys],
/// which knows which control has a use for them first.
final class PrintedKey extends KeyCombination {
    private final String text;

    private PrintedKey(String text) {
        this.text = text;
    }

    /// @param mac whether the shortcut key is ⌘
    static PrintedKey of(Key key, boolean mac) {
        return new PrintedKey(text(key.printed(), mac));
    }

    /// Whether this program runs on macOS.
    static boolean onMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    static String text(String printed, boolean mac) {
        return mac
                ? printed.replace("Ctrl ", "⌘").replace("Shift ", "⇧").replace("Alt ", "⌥")
                : printed.replace("Ctrl ", "Ctrl+").replace("Shift ", "Shift+").replace("Alt ", "Alt+");
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrintedKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
