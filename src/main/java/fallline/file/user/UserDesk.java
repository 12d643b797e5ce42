package fallline.file.user;

import java.nio.file.Path;

/// What the user had on the desk: the files that were open last, and what had no file.
public record UserDesk(RecentFiles recent, KeptExperiments kept) {
    /// That of the user who runs this program.
    public static UserDesk ofUser() {
        return in(ConfigFolder.ofUser());
    }

    /// That of a folder.
    public static UserDesk in(Path folder) {
        return new UserDesk(
                new RecentFiles(folder.resolve("recent.json")), new KeptExperiments(folder.resolve("kept")));
    }
}
