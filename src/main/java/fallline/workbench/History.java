package fallline.workbench;

import fallline.experiment.Experiment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The experiments before and after the current one. Edits that continue one gesture (a slider's drag) are one entry.
final class History {
    private static final int MOST = 500;

    private final Deque<Experiment> before = new ArrayDeque<>();
    private final Deque<Experiment> after = new ArrayDeque<>();
    private String gesture = "";

    /// Remembers what is about to be replaced.
    ///
    /// @param name what the edit is; an edit with the name of the last one continues it, unless the name is empty
    void remember(Experiment experiment, String name) {
        if (name.isEmpty() || !name.equals(gesture)) {
            before.push(experiment);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        gesture = name;
        after.clear();
    }

    /// Ends the gesture, so that the next edit is an entry of its own.
    void endGesture() {
        gesture = "";
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    /// The experiment before, exchanged for the current one.
    Optional<Experiment> undo(Experiment current) {
        return exchange(before, after, current);
    }

    /// The experiment after, exchanged for the current one.
    Optional<Experiment> redo(Experiment current) {
        return exchange(after, before, current);
    }

    private Optional<Experiment> exchange(Deque<Experiment> from, Deque<Experiment> to, Experiment current) {
        gesture = "";
        Optional<Experiment> entry = Optional.ofNullable(from.poll());
        entry.ifPresent(_ -> to.push(current));
        return entry;
    }
}
