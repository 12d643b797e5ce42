package fallline.app.transport;

import fallline.analysis.events.EventFinder;
import fallline.analysis.events.EventKind;
import fallline.analysis.events.EventWords;
import fallline.analysis.events.RunEvents;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What happened along the chosen run, worked out beside the window's thread. FX thread.
final class EventsModel {
    /// What is known of one run.
    ///
    /// @param run its name
    record Found(String run, RunTask task, Trace trace, RunEvents events) {
        /// All that happened at `step`, in one line; empty where nothing did.
        String words(int step) {
            return step > trace.lastFiniteStep() ? "" : new EventWords(task, trace, events).at(step);
        }

        /// One kind of event at `step`.
        String words(EventKind kind, int step) {
            return new EventWords(task, trace, events).words(kind, step);
        }
    }

    /// A run of which events are wanted; the same as another of the same trace.
    private record Wanted(String run, RunTask task, Trace trace) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Wanted wanted && wanted.trace == trace && wanted.run.equals(run);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(trace);
        }
    }

    private final Asking<Wanted, RunEvents> asking;
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Consumer<Found>> waiting = Optional.empty();
    private Optional<Wanted> wanted = Optional.empty();

    EventsModel(Questions questions) {
        asking = questions.on(Lane.ANALYSIS, "Looking for what happened", EventsModel::find, this::tell);
    }

    private static RunEvents find(Wanted wanted, BooleanSupplier cancelled) {
        return EventFinder.of(wanted.task(), wanted.trace(), cancelled);
    }

    /// What was found last: of the chosen run, or of what it was before the last edit.
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Follows the chosen run.
    void update(Scene scene) {
        String run = scene.chosen().name();
        wanted = scene.record(run)
                .filter(RunRecord::settled)
                .flatMap(RunRecord::path)
                .map(path -> new Wanted(run, path.task(), path.trace()));
        found.get()
                .filter(old -> !old.run().equals(run) || scene.record(run).isEmpty() || tellsHidden(old, scene))
                .ifPresent(_ -> found.set(Optional.empty()));
        asking.follow(wanted);
    }

    /// Whether it may say what is hidden by now.
    private static boolean tellsHidden(Found old, Scene scene) {
        return scene.record(old.run())
                .filter(record -> record instanceof RunRecord.Veiled
                        && record.trace().filter(trace -> trace == old.trace()).isEmpty())
                .isPresent();
    }

    /// Calls `listener` with what happened in the chosen run, now or as soon as that is known; only the last counts.
    void when(Consumer<Found> listener) {
        Optional<Found> now = found.get().filter(known -> wanted.filter(run -> run.trace() == known.trace())
                .isPresent());
        waiting = now.isPresent() ? Optional.empty() : Optional.of(listener);
        now.ifPresent(listener);
    }

    /// Nobody waits any more.
    void forget() {
        waiting = Optional.empty();
    }

    private void tell(Wanted question, RunEvents events) {
        Found known = new Found(question.run(), question.task(), question.trace(), events);
        found.set(Optional.of(known));
        Optional<Consumer<Found>> listener = waiting;
        waiting = Optional.empty();
        listener.ifPresent(one -> one.accept(known));
    }
}
