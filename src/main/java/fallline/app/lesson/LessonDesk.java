package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.feature.Surroundings;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.ViewState;
import fallline.lesson.Control;
import fallline.lesson.LessonStep;
import fallline.lesson.Pane;
import fallline.lesson.Task;
import fallline.lesson.state.Engine;
import fallline.workbench.Aside;
import fallline.workbench.Document;
import fallline.workbench.Scene;
import fallline.workbench.Veil;
import fallline.workbench.Workbench;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.Node;

/// The desk while a step of a lesson is on it: its experiment, a guest of the workbench, the panes that it shows, the
/// controls that it lends and locks, the veil over what is to be foretold. FX thread.
final class LessonDesk {
    /// The word of the whole strip that plays and steps.
    private static final String TRANSPORT = "transport";

    private final Desk desk;
    private final Workbench workbench;
    private final Surroundings surroundings;
    private final Engine engine;
    private final Runnable pause;
    private final LessonPanel panel;
    private final VerdictLine verdict;
    private final LentControls lent = new LentControls();
    private Optional<LessonVisit> visit = Optional.empty();
    private Optional<Aside> home = Optional.empty();

    /// @param pause ends playing
    /// @param panel where lent controls stand
    LessonDesk(Desk desk, Surroundings surroundings, Engine engine, Runnable pause, LessonPanel panel) {
        this.desk = desk;
        workbench = desk.workbench();
        this.surroundings = surroundings;
        this.engine = engine;
        this.pause = pause;
        this.panel = panel;
        verdict = new VerdictLine(workbench);
    }

    /// Puts the step that one is at on the desk, as it was left if it was there before.
    void put(LessonVisit now) {
        LessonVisit.StepState state = now.state();
        visit = Optional.of(now);
        home = Optional.of(state.left
                .map(workbench::bringBack)
                .orElseGet(() -> workbench.visit(now.step().setup().experiment(), look(now.step()))));
        state.left = Optional.empty();
        state.document = Optional.of(workbench.document());
        veil(now);
        furnish(now.step());
    }

    /// In the colours that are worn.
    private ViewState look(LessonStep step) {
        SurfaceLook.Colours colours = workbench.view().loss().surface().colours();
        boolean solid = step.panes().contains(Pane.SURFACE);
        return step.setup().view().withSurface(look -> (solid ? look.withSolid(true) : look).withColours(colours));
    }

    /// What is to be foretold is hidden until something was foretold.
    private void veil(LessonVisit now) {
        if (now.step().task().filter(LessonDesk::hides).isPresent() && !now.state().foretold) {
            Scene scene = workbench.scene();
            workbench.veil(
                    Optional.of(new Veil(scene.chosen().name(), scene.view().playhead())));
        }
    }

    /// Whether a task asks for what would be seen.
    static boolean hides(Task task) {
        return task instanceof Task.PredictPlace || task instanceof Task.PredictFate;
    }

    /// From now on all is seen.
    void unveil(LessonVisit.StepState state) {
        state.foretold = true;
        workbench.veil(Optional.empty());
    }

    /// Shows the step's panes, lends the controls that it names, and locks those that it locks.
    private void furnish(LessonStep step) {
        surroundings.panes(panes(step));
        Map<String, Node> controls = new TreeMap<>(surroundings.controls());
        for (Control control : step.controls()) {
            if (control == Control.VERDICT) {
                panel.controls().getChildren().add(verdict);
            } else if (control != Control.PLAY) {
                boolean locked = step.locked().contains(control);
                parts(controls, control).forEach(node -> lent.take(node, panel.controls(), locked));
            }
        }
        LessonGuard.lock(desk, step, engine, this::isHere);
        if (step.locked().contains(Control.PLAY)) {
            Optional.ofNullable(controls.get(TRANSPORT)).ifPresent(lent::lock);
        }
    }

    private static Set<String> panes(LessonStep step) {
        Set<String> ids = new LinkedHashSet<>();
        step.panes().forEach(pane -> ids.add(pane == Pane.SURFACE ? Pane.LOSS.word() : pane.word()));
        return ids;
    }

    /// A control, and its further parts if it has some.
    private static List<Node> parts(Map<String, Node> controls, Control control) {
        return controls.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(control.word()) || entry.getKey().startsWith(control.word() + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void clear() {
        lent.giveBack();
        LessonGuard.unlock(desk);
        panel.controls().getChildren().clear();
    }

    /// The lesson was written anew, and the step's experiment stays as it is.
    void furnishAnew() {
        clear();
        visit.map(LessonVisit::step).ifPresent(this::furnish);
    }

    /// Brings back what was on the desk before the lesson. What is there now is kept with its step, if it is
    /// that of the step.
    void takeAway() {
        Optional<LessonVisit.StepState> state = visit.map(LessonVisit::state);
        bringBack().ifPresent(now -> state.filter(
                        one -> one.document.filter(now.document()::equals).isPresent())
                .ifPresent(one -> one.left = Optional.of(now)));
    }

    /// As above, and keeps nothing.
    ///
    /// @return what was on the desk until now
    Optional<Aside> bringBack() {
        pause.run();
        clear();
        workbench.veil(Optional.empty());
        visit = Optional.empty();
        Optional<Aside> before = home.map(workbench::bringBack);
        home = Optional.empty();
        return before;
    }

    /// Whether the step's experiment is on the desk, in whatever state.
    boolean isHere() {
        Document document = workbench.document();
        return visit.flatMap(now -> now.state().document)
                .filter(document::equals)
                .isPresent();
    }

    /// Goes back past whatever was opened over the step's experiment; what was opened can be had again by redo.
    ///
    /// @return whether that led there
    boolean toStep() {
        while (!isHere() && workbench.canUndo()) {
            workbench.undo();
        }
        return isHere();
    }
}
