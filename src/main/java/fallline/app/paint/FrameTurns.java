package fallline.app.paint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The frames of one view, and whose turn each is: the painter's, the screen's, nobody's. FX thread.
///
/// One is on the screen, one is being painted, and one has left the screen and is free at the next pulse. Where two
/// leave in one pulse, the next painting waits for the pulse after it.
final class FrameTurns {
    private static final int FRAMES = 3;

    private final Deque<Frame> free = new ArrayDeque<>(FRAMES);
    private final List<Frame> leaving = new ArrayList<>(FRAMES);
    private int made;
    private @Nullable Frame shown;

    /// A pulse came: frames that had left the screen before it are not being shown any more.
    void pulse() {
        leaving.forEach(this::giveBack);
        leaving.clear();
    }

    /// A frame of this size for the painter, if one is free; those of another size are replaced.
    Optional<Frame> take(int width, int height) {
        Frame frame = free.poll();
        if (frame == null && made == FRAMES) {
            return Optional.empty();
        }
        if (frame != null && frame.measures(width, height)) {
            return Optional.of(frame);
        }
        made += frame == null ? 1 : 0;
        return Optional.of(new Frame(width, height));
    }

    /// The painter's, with nothing in it that is wanted.
    void giveBack(Frame frame) {
        free.push(frame);
    }

    /// Takes a painted frame to the screen, instead of the one that is there.
    Image show(Frame painted) {
        if (shown != null) {
            leaving.add(shown);
        }
        shown = painted;
        return painted.refreshed();
    }

    /// The one on the screen.
    Optional<Frame> shown() {
        return Optional.ofNullable(shown);
    }
}
