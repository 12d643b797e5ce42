package fallline.app.preferences;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.file.user.Preferences;
import fallline.file.user.PreferencesFile;
import fallline.file.user.Shares;
import fallline.file.user.WindowPlace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;

/// Brings the sheet of preferences; takes them up when the window opens, and remembers the window's place when it
/// closes.
public final class PreferencesFeature implements Feature {
    private final Desk desk;
    private final KeptPreferences kept;
    private final StagePlace place;

    /// @param others told of what matters outside of the window's looks, now and whenever it changes: speed, autosave
    public PreferencesFeature(Desk desk, PreferencesFile file, Consumer<Preferences> others) {
        this.desk = desk;
        kept = new KeptPreferences(desk, file, others);
        kept.wearColours();
        place = new StagePlace(desk.stage(), kept.now().window());
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("preferences", "Preferences…", () -> new PreferencesSheet(desk, kept).open())
                .on(Key.command("Ctrl ,", KeyCode.COMMA))
                .in(Menu.EDIT, 9));
    }

    /// Each of them by name.
    @Override
    public List<Command> choices() {
        return Arrays.stream(Preference.values())
                .map(preference -> Command.of(
                                "preference-" + preference.name().toLowerCase(Locale.ROOT),
                                "Preference: " + preference.caption(),
                                () -> new PreferencesSheet(desk, kept).open(preference))
                        .tipped(preference.tip()))
                .toList();
    }

    @Override
    public void onClose() {
        Optional<WindowPlace> window = place.now();
        Optional<Path> folder = desk.dialogs().lastFolder();
        Shares shares = desk.appearance().sharesProperty().get();
        UnaryOperator<Preferences> change = like -> {
            Preferences next = like.withShares(shares);
            next = window.map(next::withWindow).orElse(next);
            return folder.map(next::withLastFolder).orElse(next);
        };
        if (!change.apply(kept.now()).equals(kept.now())) {
            kept.keep(change);
        }
    }
}
