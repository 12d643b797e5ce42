package fallline.file.user;

import fallline.io.LogFile;

/// The log in the user's configuration folder.
public final class UserLog {
    private UserLog() {}

    /// The log of the user who runs this program.
    public static LogFile ofUser() {
        return new LogFile(ConfigFolder.ofUser().resolve("fallline.log"));
    }
}
