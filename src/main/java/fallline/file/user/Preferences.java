package fallline.file.user;

import fallline.experiment.view.StepLook;
import fallline.experiment.view.SurfaceLook;
import fallline.workbench.Speed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the user likes, kept from session to session.
///
/// @param theme which colours
/// @param colours the colour map that loss surfaces begin with
/// @param size the size of the interface in percent, 80 … 200
/// @param digits significant digits of results, 3 … 17
/// @param speed steps a second when playing begins, 0.5 … 1000
/// @param autosave whether changes are written into the file that is open
/// @param folder where dialogs begin, if always in the same folder
/// @param lastFolder where files were last opened or saved
/// @param window where the window stood
/// @param shares how the panes share the window
/// @param motion how much may move that need not
/// @param folds which parts of the left column a hand opened, or folded away, by id
/// @param lessons the folder of the user's own lessons
public record Preferences(
        Theme theme,
        SurfaceLook.Colours colours,
        int size,
        int digits,
        double speed,
        boolean autosave,
        Optional<Path> folder,
        Optional<Path> lastFolder,
        Optional<WindowPlace> window,
        Shares shares,
        Motion motion,
        Map<String, Boolean> folds,
        Optional<Path> lessons) {
    public static final int SMALLEST = 80;
    public static final int LARGEST = 200;

    /// Which colours the window has.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK,
        HIGH_CONTRAST,
        HIGH_CONTRAST_LIGHT
    }

    /// How much may move that need not.
    public enum Motion {
        SYSTEM,
        REDUCED
    }

    /// Those of a new user.
    public static final Preferences USUAL = new Preferences(
            Theme.SYSTEM,
            SurfaceLook.INITIAL.colours(),
            100,
            StepLook.INITIAL.digits(),
            Speed.INITIAL,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Shares.USUAL,
            Motion.SYSTEM,
            Map.of(),
            Optional.empty());

    /// Brings numbers into their ranges.
    public Preferences {
        folds = Map.copyOf(folds);
        size = Math.clamp(size, SMALLEST, LARGEST);
        digits = Math.clamp(digits, StepLook.FEWEST_DIGITS, StepLook.MOST_DIGITS);
        speed = Double.isNaN(speed) ? Speed.INITIAL : Math.clamp(speed, Speed.SLOWEST, Speed.FASTEST);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(
                other,
                colours,
                size,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withColours(SurfaceLook.Colours others) {
        return new Preferences(
                theme,
                others,
                size,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withSize(int percent) {
        return new Preferences(
                theme,
                colours,
                percent,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withDigits(int many) {
        return new Preferences(
                theme,
                colours,
                size,
                many,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withSpeed(double stepsPerSecond) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                stepsPerSecond,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withAutosave(boolean on) {
        return new Preferences(
                theme, colours, size, digits, speed, on, folder, lastFolder, window, shares, motion, folds, lessons);
    }

    /// Dialogs begin in this folder, or where files were last opened or saved.
    public Preferences withFolder(Optional<Path> always) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                speed,
                autosave,
                always,
                lastFolder,
                window,
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withLastFolder(Path last) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                speed,
                autosave,
                folder,
                Optional.of(last),
                window,
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                Optional.of(place),
                shares,
                motion,
                folds,
                lessons);
    }

    public Preferences withShares(Shares others) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                others,
                motion,
                folds,
                lessons);
    }

    public Preferences withMotion(Motion other) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                other,
                folds,
                lessons);
    }

    public Preferences withFolds(Map<String, Boolean> others) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                motion,
                others,
                lessons);
    }

    /// With a folder of lessons, or none.
    public Preferences withLessons(Optional<Path> others) {
        return new Preferences(
                theme,
                colours,
                size,
                digits,
                speed,
                autosave,
                folder,
                lastFolder,
                window,
                shares,
                motion,
                folds,
                others);
    }
}
