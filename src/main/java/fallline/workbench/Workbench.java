package fallline.workbench;

import fallline.experiment.Experiment;
import fallline.experiment.edit.EditName;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.RunsLook;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.ViewState;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// Holds the current experiment, its history and its traces, and tells listeners what changed.
///
/// It belongs to one thread (the FX thread in the window); traces are computed by the workers and come back through
/// one [Mailbox], which is read on that thread.
public final class Workbench {
    private final KnownRuns runs;
    private History history = new History();
    private final List<Consumer<Scene>> listeners = new ArrayList<>();
    private final List<Runnable> refused = new ArrayList<>();
    private final Veil.Layer layer = new Veil.Layer();
    private Guard guard = Guard.NONE;
    private Experiment experiment;
    private Document document = new Document();
    private ViewState view;

    /// @param own runs tasks on the thread that this workbench belongs to
    public Workbench(Experiment experiment, ViewState view, TaskResolver resolver, Executor workers, Executor own) {
        this.experiment = experiment;
        this.view = fitted(view, experiment);
        runs = new KnownRuns(resolver, workers, own, this::tell);
        runs.compute(experiment);
    }

    /// What there is to be seen now.
    public Scene scene() {
        return new Scene(experiment, layer.over(runs.records()), view);
    }

    /// What there is now behind the veil, for whoever knows the answers.
    public Scene unveiled() {
        return new Scene(experiment, runs.records(), view);
    }

    /// What hides the future of a run, if something does.
    public Optional<Veil> veil() {
        return layer.veil();
    }

    /// Hides the future of a run, or nothing any more; not an entry of the history. Another document takes it away.
    public void veil(Optional<Veil> next) {
        if (!next.equals(layer.veil())) {
            layer.lay(next);
            view = fitted(view, experiment);
            tell();
        }
    }

    /// From now on this one is asked whether the experiment on the desk may change within its document.
    public void guard(Guard next) {
        guard = next;
    }

    /// The current experiment.
    public Experiment experiment() {
        return experiment;
    }

    /// The document that it is a state of; another one after [#open], and after an undo or redo past it.
    public Document document() {
        return document;
    }

    /// How it is looked at.
    public ViewState view() {
        return view;
    }

    /// Where recipes are resolved.
    public TaskResolver resolver() {
        return runs.resolver();
    }

    /// Calls `listener` after every change, on this thread.
    public Subscription listen(Consumer<Scene> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Calls `listener` after every edit that the [Guard] refused, on this thread: nothing changed, and a control that
    /// shows what it wished for is to show what is.
    public Subscription listenToRefusals(Runnable listener) {
        refused.add(listener);
        return () -> refused.remove(listener);
    }

    /// Calls `listener` with the part of the scene that `part` picks, now and whenever a change made it another
    /// one, on this thread. Parts are the same if they are equal; a [Problem], whose data may be many, is the
    /// same only if it is the same object.
    public <T> Subscription listen(Function<? super Scene, ? extends T> part, Consumer<? super T> listener) {
        T now = part.apply(scene());
        Part<T> heard = new Part<>(part, listener, now);
        Subscription subscription = listen(heard::hear);
        listener.accept(now);
        return subscription;
    }

    /// What a listener to a part was last told.
    private static final class Part<T> {
        private final Function<? super Scene, ? extends T> part;
        private final Consumer<? super T> listener;
        private T last;

        Part(Function<? super Scene, ? extends T> part, Consumer<? super T> listener, T last) {
            this.part = part;
            this.listener = listener;
            this.last = last;
        }

        void hear(Scene scene) {
            T now = part.apply(scene);
            boolean same = now instanceof Problem ? now == last : Objects.equals(now, last);
            if (!same) {
                last = now;
                listener.accept(now);
            }
        }
    }

    /// Replaces the experiment, unless the [Guard] refuses; one entry of the history.
    public void edit(Experiment next) {
        edit(next, "");
    }

    /// Replaces the experiment as part of a gesture: all edits with the same name, one after the other, are one entry
    /// of the history.
    public void edit(Experiment next, String gesture) {
        if (guard.lets(experiment, next)) {
            history.remember(entry(), gesture);
            replace(next);
        } else {
            List.copyOf(refused).forEach(Runnable::run);
        }
    }

    /// Ends a gesture: the next edit is an entry of its own, whatever its name.
    public void endGesture() {
        history.endGesture();
    }

    /// Replaces experiment and view, as when a file is opened or another problem is chosen: it begins a new document.
    /// The experiment before, with its document, can be had back by undo.
    public void open(Experiment next, ViewState nextView) {
        history.remember(entry(), "");
        document = new Document();
        int digits = view.step().digits(); // the user's choice, not the document's
        view = nextView.withStep(step -> step.withDigits(digits));
        forgetPaths();
        put(next);
    }

    /// As above, looked at as new experiments are, in the colours that are worn now.
    public void open(Experiment next) {
        SurfaceLook.Colours colours = view.loss().surface().colours();
        open(next, ViewState.initial(next).withLoss(loss -> loss.withSurface(look -> look.withColours(colours))));
    }

    /// Puts another problem under the runs that are here: a new document, in which the same run is chosen, and the same
    /// are drawn.
    public void exchange(Experiment next) {
        RunsLook look = view.runs();
        SurfaceLook.Colours colours = view.loss().surface().colours();
        ViewState initial = ViewState.initial(next);
        boolean allHidden = next.runs().stream().allMatch(run -> look.hidden().contains(run.name()));
        RunsLook kept = allHidden ? initial.runs().withChosen(look.chosen()) : look;
        open(
                next,
                initial.withRuns(_ -> kept)
                        .withLoss(loss -> loss.withSurface(surface -> surface.withColours(colours))));
    }

    /// Lays aside what is here, with its history, and shows another experiment meanwhile: a guest, whose history is its
    /// own and begins now.
    ///
    /// @return what [#bringBack] takes
    public Aside visit(Experiment next, ViewState nextView) {
        Aside here = aside();
        history = new History();
        document = Document.guest();
        int digits = view.step().digits();
        view = nextView.withStep(step -> step.withDigits(digits));
        forgetPaths();
        put(next);
        return here;
    }

    /// Brings back what was laid aside: experiment, document, view and history are what they were.
    ///
    /// @return what was here until now
    public Aside bringBack(Aside aside) {
        Aside here = aside();
        history = aside.history();
        document = aside.document();
        int digits = view.step().digits();
        view = aside.view().withStep(step -> step.withDigits(digits));
        forgetPaths();
        runs.recall(aside.records());
        put(aside.experiment());
        return here;
    }

    private Aside aside() {
        history.endGesture();
        return new Aside(experiment, document, view, history, runs.settled());
    }

    /// Looks at the experiment in another way; not an entry of the history.
    public void look(ViewState next) {
        ViewState fitting = fitted(next, experiment);
        if (fitting.playhead() != view.playhead() && !guard.letsMove()) {
            fitting = fitting.withPlayhead(view.playhead());
        }
        if (!fitting.equals(view)) {
            view = fitting;
            tell();
        }
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /// Goes back to the experiment before the last edit, if there is one.
    public void undo() {
        undo(1);
    }

    /// Takes back the last undo.
    public void redo() {
        redo(1);
    }

    /// What can be taken back, in words, the last edit first: `learning rate 0.1 → 0.2`.
    public List<String> undoNames() {
        return names(history.before(), (now, other) -> EditName.between(other, now));
    }

    /// What was taken back and can be made again, in words, the next edit first.
    public List<String> redoNames() {
        return names(history.after(), EditName::between);
    }

    /// The name of the last edit, if there was one.
    public Optional<String> undoName() {
        return history.before().stream()
                .limit(1)
                .map(entry -> EditName.between(entry.experiment(), experiment))
                .findFirst();
    }

    /// The name of the edit that was taken back last, if one was.
    public Optional<String> redoName() {
        return history.after().stream()
                .limit(1)
                .map(entry -> EditName.between(experiment, entry.experiment()))
                .findFirst();
    }

    private List<String> names(List<History.Entry> entries, BiFunction<Experiment, Experiment, String> name) {
        List<String> names = new ArrayList<>();
        Experiment now = experiment;
        for (History.Entry entry : entries) {
            names.add(name.apply(now, entry.experiment()));
            now = entry.experiment();
        }
        return List.copyOf(names);
    }

    /// Takes back the last `count` edits at once, or as many as there are.
    public void undo(int count) {
        go(count, history.before(), history::undo);
    }

    /// Makes the next `count` edits again at once, or as many as there are.
    public void redo(int count) {
        go(count, history.after(), history::redo);
    }

    /// Only the last of the experiments on the way is computed.
    private void go(int count, List<History.Entry> way, Function<History.Entry, Optional<History.Entry>> one) {
        if (count < 1 || way.isEmpty() || !lets(way.get(Math.min(count, way.size()) - 1))) {
            return;
        }
        Optional<History.Entry> there = Optional.empty();
        for (int i = 0; i < count; i++) {
            Optional<History.Entry> next = one.apply(there.orElseGet(this::entry));
            if (next.isEmpty()) {
                break;
            }
            there = next;
        }
        there.ifPresent(this::restore);
    }

    private boolean lets(History.Entry there) {
        return there.document() != document || guard.lets(experiment, there.experiment());
    }

    private History.Entry entry() {
        return new History.Entry(experiment, document);
    }

    private void restore(History.Entry entry) {
        if (entry.document() != document) {
            forgetPaths();
        }
        document = entry.document();
        replace(entry.experiment());
    }

    /// The paths through another document's problem are not drawn in this one's until its own are computed, even where
    /// they have as many parameters.
    private void forgetPaths() {
        layer.lay(Optional.empty());
        runs.forget();
    }

    private void replace(Experiment next) {
        view = Renaming.followed(view.following(experiment, next), experiment, next);
        put(next);
    }

    private void put(Experiment next) {
        experiment = next;
        view = fitted(view, next);
        runs.compute(next);
        tell();
    }

    /// The view with nothing in it that the experiment does not have.
    private ViewState fitted(ViewState view, Experiment experiment) {
        ViewState fitting = view.fitting(experiment);
        RunsLook drawn = fitting.runs();
        boolean noneDrawn =
                experiment.runs().stream().allMatch(run -> drawn.hidden().contains(run.name()));
        if (noneDrawn && drawn.before().isPresent()) { // the run that was looked at alone is gone
            fitting = fitting.withRuns(look -> look.withHidden(drawn.before().get()));
        }
        return fitting.withPlayhead(Math.min(view.playhead(), last(experiment)));
    }

    /// The last step that the playhead goes to.
    private int last(Experiment shown) {
        return Math.min(shown.steps(), layer.veil().map(Veil::step).orElse(Integer.MAX_VALUE));
    }

    private void tell() {
        Scene scene = scene();
        List.copyOf(listeners).forEach(listener -> listener.accept(scene));
    }
}
