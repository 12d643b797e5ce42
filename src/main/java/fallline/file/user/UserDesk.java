package fallline.file.user;

import java.nio.file.Path;

/// What the user had on the desk: the files that were open last, what had no file, and how pictures were exported.
public record UserDesk(RecentFiles recent, KeptExperiments kept, ExportLikesFile exports) {
    /// That of the user who runs this program.
    public static UserDesk ofUser() {
        return in(ConfigFolder.ofUser());
    }

    /// That of a folder.
    public static UserDesk in(Path folder) {
        return new UserDesk(
                new RecentFiles(folder.resolve("recent.json")),
                new KeptExperiments(folder.resolve("kept")),
                new ExportLikesFile(folder.resolve("export.json")));
    }
}
