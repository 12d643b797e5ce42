package fallline.app.preferences;

import fallline.app.desk.Appearance;
import fallline.app.desk.Desk;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Theme;
import fallline.file.user.Preferences;
import fallline.file.user.PreferencesFile;
import fallline.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the user likes, and what follows from it: a change acts at once, and is written down beside the window. FX
/// thread.
final class KeptPreferences {
    private final Desk desk;
    private final PreferencesFile file;
    private final Consumer<Preferences> others;
    private Preferences now;

    /// Takes up what was kept.
    ///
    /// @param others told of every change that matters outside of the window's looks: speed, autosave
    KeptPreferences(Desk desk, PreferencesFile file, Consumer<Preferences> others) {
        this.desk = desk;
        this.file = file;
        this.others = others;
        now = file.read();
        apply();
        Optional<Path> begins = now.folder().filter(Files::isDirectory).or(now::lastFolder);
        begins.ifPresent(desk.dialogs()::begin);
        Appearance appearance = desk.appearance();
        appearance.sharesProperty().set(now.shares());
        appearance.foldsProperty().set(now.folds());
        appearance.foldsProperty().subscribe((_, folds) -> change(kept -> kept.withFolds(folds)));
        appearance.chosenProperty().subscribe((_, chosen) -> change(kept -> kept.withTheme(theme(chosen))));
        appearance.sizeProperty().subscribe((_, size) -> {
            if (!appearance.isLent()) {
                change(kept -> kept.withSize(size.intValue()));
            }
        });
    }

    Preferences now() {
        return now;
    }

    /// Where the preferences lie.
    Path place() {
        return file.file();
    }

    /// Acts on a change, and writes it down.
    void change(UnaryOperator<Preferences> change) {
        Preferences next = change.apply(now);
        if (next.equals(now)) {
            return;
        }
        now = next;
        apply();
        keep(change);
    }

    /// Writes a change down; what another window kept meanwhile stays.
    void keep(UnaryOperator<Preferences> change) {
        desk.files().run(file.file(), "Keeping your preferences", () -> file.update(change), _ -> {});
    }

    private void apply() {
        Appearance appearance = desk.appearance();
        if (!theme(appearance.chosenProperty().get()).equals(now.theme())) {
            switch (now.theme()) {
                case LIGHT -> appearance.choose(Theme.LIGHT);
                case DARK -> appearance.choose(Theme.DARK);
                case HIGH_CONTRAST -> appearance.choose(Theme.HIGH_CONTRAST);
                case HIGH_CONTRAST_LIGHT -> appearance.choose(Theme.HIGH_CONTRAST_LIGHT);
                case SYSTEM -> appearance.followSystem();
            }
        }
        appearance.resize(now.size());
        appearance.setStill(now.motion() == Preferences.Motion.REDUCED);
        Workbench workbench = desk.workbench();
        ViewState view = workbench.view();
        workbench.look(view.withStep(step -> step.withDigits(now.digits())));
        now.folder().filter(Files::isDirectory).ifPresent(desk.dialogs()::begin);
        others.accept(now);
    }

    /// Wears the colour map that is liked; not when preferences change for another reason, since an experiment may
    /// have been given another one.
    void wearColours() {
        Workbench workbench = desk.workbench();
        workbench.look(workbench.view().withSurface(surface -> surface.withColours(now.colours())));
    }

    private static Preferences.Theme theme(Optional<Theme> chosen) {
        return chosen.map(theme -> theme.strong()
                        ? theme.dark() ? Preferences.Theme.HIGH_CONTRAST : Preferences.Theme.HIGH_CONTRAST_LIGHT
                        : theme.dark() ? Preferences.Theme.DARK : Preferences.Theme.LIGHT)
                .orElse(Preferences.Theme.SYSTEM);
    }
}
