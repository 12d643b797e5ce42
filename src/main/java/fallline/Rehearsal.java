package fallline;

import fallline.app.RehearsedHands;
import java.time.Duration;

/// Starts the program, plays the first screen to its end and closes the window, so that the classes are known that this
/// needs, and how often what is called: for the cache of the next start. It is to be run without a display.
public final class Rehearsal {
    /// The first screen plays its first steps by itself.
    private static final Duration FIRST_STEPS = Duration.ofSeconds(6);

    /// The steps that are left, five a second, and a bit.
    private static final Duration THE_REST = Duration.ofSeconds(17);

    private Rehearsal() {}

    static void main() {
        new RehearsedHands(FIRST_STEPS, THE_REST).begin();
        Main.main(new String[0]);
    }
}
