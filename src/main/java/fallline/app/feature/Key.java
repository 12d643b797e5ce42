package fallline.app.feature;

import javafx.scene.input.KeyCode;

/// What is pressed for a command.
///
/// @param printed as on the list of keys; empty for one that needs not be listed
public record Key(String printed, Trigger trigger) {
    /// How it is recognised.
    public sealed interface Trigger {}

    /// One of some characters, however the keyboard produces them.
    public record Typed(String characters) implements Trigger {}

    /// A key without a character, or a combination with the platform's shortcut key.
    public record Pressed(KeyCode code, boolean shift, boolean command) implements Trigger {}

    /// As [Pressed], also while a control has the keyboard that would take the key itself.
    public record Always(KeyCode code) implements Trigger {}

    /// With Alt, also while a field has the keyboard, unless the control takes the key itself.
    public record WithAlt(KeyCode code) implements Trigger {}

    /// With Alt, the key of a digit from 1 to 9 in the row above the letters, whatever character the keyboard's
    /// layout has there without Shift.
    public record AltDigit(int digit) implements Trigger {}

    /// As another one, but before all others that have no mode: it belongs to a command that can be done only while
    /// something is going on, and is free for others else.
    public record During(Trigger inner) implements Trigger {}

    /// The same key while its command can be done, whatever else it means.
    public Key during() {
        return new Key(printed, new During(trigger));
    }

    /// One of some characters.
    public static Key typed(String printed, String characters) {
        return new Key(printed, new Typed(characters));
    }

    /// A letter, small or capital.
    public static Key letter(char capital) {
        return typed(String.valueOf(capital), Character.toLowerCase(capital) + String.valueOf(capital));
    }

    public static Key pressed(String printed, KeyCode code) {
        return new Key(printed, new Pressed(code, false, false));
    }

    public static Key shifted(String printed, KeyCode code) {
        return new Key(printed, new Pressed(code, true, false));
    }

    /// With the platform's shortcut key.
    public static Key command(String printed, KeyCode code) {
        return new Key(printed, new Pressed(code, false, true));
    }

    /// With the platform's shortcut key and Shift.
    public static Key commandShift(String printed, KeyCode code) {
        return new Key(printed, new Pressed(code, true, true));
    }

    /// With the platform's shortcut key and Shift, not listed.
    public static Key commandShift(KeyCode code) {
        return new Key("", new Pressed(code, true, true));
    }

    /// With Alt.
    public static Key alt(String printed, KeyCode code) {
        return new Key(printed, new WithAlt(code));
    }

    /// With Alt, a digit from 1 to 9; not listed.
    public static Key altDigit(int digit) {
        return new Key("", new AltDigit(digit));
    }

    /// Only listed: a view that has the keyboard takes it itself.
    public static Key shown(String printed) {
        return new Key(printed, new Typed(""));
    }

    /// Not listed, and never taken by a control.
    public static Key always(KeyCode code) {
        return new Key("", new Always(code));
    }
}
