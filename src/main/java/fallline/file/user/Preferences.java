package fallline.file.user;

import java.nio.file.Path;
import java.util.Optional;

/// What the user likes, kept from session to session.
///
/// @param theme which colours
/// @param lastFolder where files were last opened or saved
public record Preferences(Theme theme, Optional<Path> lastFolder) {
    /// Which colours the window has.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK,
        HIGH_CONTRAST
    }

    /// Those of a new user.
    public static final Preferences USUAL = new Preferences(Theme.SYSTEM, Optional.empty());

    public Preferences withTheme(Theme other) {
        return new Preferences(other, lastFolder);
    }

    public Preferences withLastFolder(Path folder) {
        return new Preferences(theme, Optional.of(folder));
    }
}
