package fallline.app.work;

import fallline.workbench.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What has been worked on for so long that the user is told of it. It belongs to one thread.
public final class Working {
    /// A piece of work that takes its time.
    ///
    /// @param doing what is done: `Sorting the table`
    /// @param cancel ends it, if it can be ended
    public record Piece(String doing, Optional<Runnable> cancel) {}

    private final List<Piece> pieces = new ArrayList<>();
    private int begun;
    private final List<Consumer<List<Piece>>> listeners = new ArrayList<>();

    /// Calls `listener` with all that is worked on, the oldest first, now and whenever that changes.
    public Subscription listen(Consumer<List<Piece>> listener) {
        listeners.add(listener);
        listener.accept(pieces());
        return () -> listeners.remove(listener);
    }

    /// All that is worked on, the oldest first.
    public List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /// Whether nothing at all is worked on, be it for so short a time that nobody is told.
    boolean atRest() {
        return begun == 0;
    }

    void begin() {
        begun++;
    }

    void end() {
        begun--;
    }

    void show(Piece piece) {
        pieces.add(piece);
        tell();
    }

    void replace(Piece piece, Piece by) {
        int place = pieces.indexOf(piece);
        if (place >= 0) {
            pieces.set(place, by);
            tell();
        }
    }

    void hide(Piece piece) {
        if (pieces.remove(piece)) {
            tell();
        }
    }

    private void tell() {
        List<Piece> now = pieces();
        List.copyOf(listeners).forEach(listener -> listener.accept(now));
    }
}
