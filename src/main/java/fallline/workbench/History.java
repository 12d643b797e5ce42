package fallline.workbench;

import fallline.experiment.Experiment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The experiments before and after the current one, each with its document. Edits that continue one gesture
/// (a slider's drag) are one entry.
final class History {
    private static final int MOST = 500;

    /// An experiment and the document that it is a state of.
    record Entry(Experiment experiment, Document document) {}

    private final Deque<Entry> before = new ArrayDeque<>();
    private final Deque<Entry> after = new ArrayDeque<>();
    private String gesture = "";

    /// Remembers what is about to be replaced.
    ///
    /// @param name what the edit is; an edit with the name of the last one continues it, unless the name is empty
    void remember(Entry entry, String name) {
        if (name.isEmpty() || !name.equals(gesture)) {
            before.push(entry);
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
    Optional<Entry> undo(Entry current) {
        return exchange(before, after, current);
    }

    /// The experiment after, exchanged for the current one.
    Optional<Entry> redo(Entry current) {
        return exchange(after, before, current);
    }

    /// The entries that can be gone back to, the last one first.
    List<Entry> before() {
        return List.copyOf(before);
    }

    /// The entries that can be gone forward to, the next one first.
    List<Entry> after() {
        return List.copyOf(after);
    }

    private Optional<Entry> exchange(Deque<Entry> from, Deque<Entry> to, Entry current) {
        gesture = "";
        Optional<Entry> entry = Optional.ofNullable(from.poll());
        entry.ifPresent(_ -> to.push(current));
        return entry;
    }
}
