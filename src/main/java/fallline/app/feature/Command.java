package fallline.app.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Something that the user can have done. Keys, the list of keys, menus and a palette are all made of commands.
///
/// @param id unique in the window, for tests and style sheets: `save-as`
/// @param title as in a menu: `Save as…`
/// @param words what a menu says just now, if that is more than the title: `Undo: learning rate 0.1 → 0.2`
/// @param place where in the menus, if anywhere
/// @param keys what can be pressed for it; none for many
/// @param tip one more sentence, or nothing
/// @param enabled whether it can be done now; FX thread
/// @param on whether what it switches is on; empty where it switches nothing
/// @param changes the word of the control that changes the same, `rate`, which may be locked; empty for most
/// @param action does it; FX thread
public record Command(
        String id,
        String title,
        Optional<Supplier<String>> words,
        Optional<MenuPlace> place,
        List<Key> keys,
        String tip,
        BooleanSupplier enabled,
        Optional<BooleanSupplier> on,
        Optional<String> changes,
        Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    /// A command in no menu, that can always be done.
    public static Command of(String id, String title, Runnable action) {
        return new Command(
                id,
                title,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                () -> true,
                Optional.empty(),
                Optional.empty(),
                action);
    }

    /// The same under another title, where more than its own menu is around it.
    public Command named(String other) {
        return new Command(id, other, words, place, keys, tip, enabled, on, changes, action);
    }

    /// With one more key.
    public Command on(Key key) {
        List<Key> more = new ArrayList<>(keys);
        more.add(key);
        return new Command(id, title, words, place, more, tip, enabled, on, changes, action);
    }

    /// In a menu.
    ///
    /// @param group the groups of a menu are set apart by lines, in the order of these numbers
    public Command in(MenuPlace.Menu menu, int group) {
        return new Command(
                id, title, words, Optional.of(new MenuPlace(menu, group)), keys, tip, enabled, on, changes, action);
    }

    public Command tipped(String sentence) {
        return new Command(id, title, words, place, keys, sentence, enabled, on, changes, action);
    }

    /// One of which a menu says more than the title, asked for whenever a menu opens.
    public Command saying(Supplier<String> now) {
        return new Command(id, title, Optional.of(now), place, keys, tip, enabled, on, changes, action);
    }

    public Command enabledWhen(BooleanSupplier condition) {
        return new Command(id, title, words, place, keys, tip, condition, on, changes, action);
    }

    /// The same in all, but that something else is done.
    public Command doing(Runnable other) {
        return new Command(id, title, words, place, keys, tip, enabled, on, changes, other);
    }

    /// One that is not done while that control is locked.
    ///
    /// @param control its word: `rate`
    public Command changing(String control) {
        return new Command(id, title, words, place, keys, tip, enabled, on, Optional.of(control), action);
    }

    /// One that switches something.
    public Command switching(BooleanSupplier state) {
        return new Command(id, title, words, place, keys, tip, enabled, Optional.of(state), changes, action);
    }

    /// Every key that is to be listed: `→  .`; empty where there is none.
    public String printedKeys() {
        return keys.stream()
                .map(Key::printed)
                .filter(printed -> !printed.isEmpty())
                .collect(Collectors.joining("  "));
    }

    /// Does it, if it can be done now.
    public void run() {
        if (enabled.getAsBoolean()) {
            action.run();
        }
    }
}
