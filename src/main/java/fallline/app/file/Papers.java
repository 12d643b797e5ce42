package fallline.app.file;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.FileStamp;
import fallline.file.json.UnknownFields;
import fallline.workbench.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// What is known of the documents of a window: which file each has, and what of it is in no file yet. It belongs to the
/// FX thread, and touches no file itself.
final class Papers {
    /// Documents without a file that are remembered after they were left.
    private static final int MOST_LEFT = 10;

    /// A document's file.
    ///
    /// @param saved the experiment that is in it, if that is known
    /// @param unknown what is in it besides
    record Attached(FileStamp stamp, Optional<Experiment> saved, UnknownFields unknown) {}

    /// A document as it was seen last.
    record State(Document document, Experiment experiment, ViewState view) {}

    /// The files of the documents that have one; those that no entry of the history names any more are forgotten.
    private final Map<Document, Attached> attached = new WeakHashMap<>();

    /// What each document began with.
    private final Map<Document, Experiment> begun = new WeakHashMap<>();

    /// What need not be kept, since it is kept already or nobody misses it.
    private final Map<Document, Experiment> settled = new WeakHashMap<>();

    /// The documents that were left with something that is in no file, the last one last.
    private final Map<Document, State> left = new LinkedHashMap<>();

    /// What the user does not want to have saved.
    private final Map<Document, Experiment> discarded = new WeakHashMap<>();

    /// What the user does not mind leaving unsaved for another experiment.
    private Optional<State> letGo = Optional.empty();

    private State now;

    Papers(State first) {
        now = first;
        begun.put(first.document(), first.experiment());
        settle(first);
    }

    /// What is on the screen.
    State now() {
        return now;
    }

    /// This is on the screen from now on.
    void see(State next) {
        State before = now;
        now = next;
        if (next.document() != before.document()) {
            leave(before);
        }
        left.remove(next.document());
        begun.putIfAbsent(next.document(), next.experiment());
    }

    private void leave(State state) {
        boolean wanted =
                letGo.filter(gone -> gone.experiment() == state.experiment()).isEmpty();
        letGo = Optional.empty();
        if (wanted && (isChanged(state) || isLoose(state))) {
            left.put(state.document(), state);
        }
        List<State> loose = left.values().stream().filter(this::isLoose).toList();
        loose.stream().limit(Math.max(0, loose.size() - MOST_LEFT)).forEach(old -> left.remove(old.document()));
    }

    /// The file of what is on the screen.
    Optional<Attached> file() {
        return file(now);
    }

    Optional<Attached> file(State state) {
        return Optional.ofNullable(attached.get(state.document()));
    }

    /// The document has this file from now on; other documents of the same file learn what is in it.
    void attach(Document document, Attached file) {
        attached.replaceAll(
                (_, other) -> other.stamp().file().equals(file.stamp().file())
                        ? new Attached(file.stamp(), file.saved(), other.unknown())
                        : other);
        attached.put(document, file);
    }

    /// Whether it differs from its file.
    boolean isChanged(State state) {
        return file(state)
                .filter(file -> file.saved().filter(state.experiment()::equals).isEmpty())
                .isPresent();
    }

    /// Whether it has no file and is worth keeping: what is on the screen is, and what was left if the user made
    /// something of it.
    private boolean isLoose(State state) {
        return file(state).isEmpty()
                && !state.document().isGuest()
                && !state.experiment().equals(settled.get(state.document()))
                && (state == now || !state.experiment().equals(begun.get(state.document())));
    }

    /// The user does not mind if what is on the screen is left as it is.
    void letGo() {
        letGo = Optional.of(now);
    }

    /// The user does not mind the loss of these changes.
    void discard(State state) {
        discarded.put(state.document(), state.experiment());
    }

    /// The user thinks better of all that.
    void discardNothing() {
        discarded.clear();
    }

    /// This need not be kept as it is.
    void settle(State state) {
        settled.put(state.document(), state.experiment());
    }

    /// What differs from its file and was not discarded, what is on the screen first.
    List<State> unsaved() {
        return all().stream()
                .filter(state -> isChanged(state) && discarded.get(state.document()) != state.experiment())
                .toList();
    }

    /// What has no file and is worth keeping, what is on the screen last.
    List<State> loose() {
        return all().reversed().stream().filter(this::isLoose).toList();
    }

    private List<State> all() {
        List<State> all = new ArrayList<>(left.values());
        all.add(now);
        return all.reversed();
    }
}
