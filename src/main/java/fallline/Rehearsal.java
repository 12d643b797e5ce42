package fallline;

import fallline.app.FallLineApp;
import java.time.Duration;

/// Starts the program and ends it after a while, so that the classes are known that a start needs: for the cache of the
/// next one. It is to be run without a display.
public final class Rehearsal {
    /// As long as the first screen plays and a bit.
    private static final Duration LENGTH = Duration.ofSeconds(8);

    private Rehearsal() {}

    static void main() {
        FallLineApp.closeAfter(LENGTH);
        Main.main(new String[0]);
    }
}
