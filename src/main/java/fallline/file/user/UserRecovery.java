package fallline.file.user;

import fallline.file.recovery.ProcessName;
import fallline.file.recovery.RecoveryFolder;

/// The recoveries in the user's configuration folder.
public final class UserRecovery {
    private UserRecovery() {}

    /// The recoveries of the user who runs this program.
    public static RecoveryFolder folder() {
        return new RecoveryFolder(ConfigFolder.ofUser().resolve("recovery"), ProcessName.own());
    }
}
