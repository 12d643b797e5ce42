package fallline.app.desk;

import javafx.scene.input.KeyCode;

/// A key and what it does.
///
/// @param keys as printed on the list of keys
/// @param what a few words
public record Shortcut(String keys, String what, Trigger trigger, Runnable action) {
    /// What is pressed.
    public sealed interface Trigger {}

    /// One of some characters, however the keyboard produces them.
    public record Typed(String characters) implements Trigger {}

    /// A key without a character, or a combination with the platform's shortcut key.
    public record Pressed(KeyCode code, boolean shift, boolean command) implements Trigger {}

    /// As [Pressed], also while a control has the keyboard that would take the key itself.
    public record Always(KeyCode code) implements Trigger {}
}
