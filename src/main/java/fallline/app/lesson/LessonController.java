package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.feature.Surroundings;
import fallline.app.lesson.LessonPanel.Outcome;
import fallline.app.paint.DataClicks;
import fallline.app.paint.FigureView;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Typesetter;
import fallline.file.ExperimentFile;
import fallline.file.answer.Answers;
import fallline.file.json.UnknownFields;
import fallline.lesson.Control;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.Pane;
import fallline.lesson.Task;
import fallline.lesson.mark.Mark;
import fallline.lesson.mark.Marker;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Known;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Views;
import fallline.workbench.Aside;
import fallline.workbench.Document;
import fallline.workbench.Scene;
import fallline.workbench.Veil;
import fallline.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.Node;

/// Leads through a lesson: lays aside what is on the desk, puts each step's experiment there, notices what is done, has
/// answers marked, and brings back what was there before. FX thread; the engine works beside it.
final class LessonController implements LessonPanel.Hands {
    /// The word of the whole strip that plays and steps.
    private static final String TRANSPORT = "transport";

    private final Desk desk;
    private final Workbench workbench;
    private final Engine engine;
    private final ExperimentFile files;
    private final Surroundings surroundings;
    private final Runnable pause;
    private final KeptProgress progress;
    private final Elsewhere elsewhere;
    private final LessonPanel panel;
    private final TaskForms forms;
    private final LentControls lent = new LentControls();
    private final LessonWatch watch;
    private final Asking<Telling, Told> telling;
    private final Asking<Checking, Optional<String>> checking;
    private final Asking<Answer, Mark> marking;
    private final Asking<Path, ReadLesson> reading;
    private final VerdictLine verdict;

    /// The lessons that were left, by their keys: each step is come back to as it was.
    private final Map<String, LessonVisit> visits = new HashMap<>();

    private Optional<LessonVisit> visit = Optional.empty();
    private Optional<Aside> home = Optional.empty();
    private Optional<AnswerForm> form = Optional.empty();

    /// What the panel's way elsewhere leads to.
    interface Elsewhere {
        void onList();

        void onAnswers(LessonVisit visit);
    }

    private record Telling(LessonStep step, Marker marker) {}

    /// @param folder to which paths are relative in what is written down of it
    private record Checking(LessonStep step, Marker marker, Scene scene, Path folder) {}

    private record Answer(LessonStep step, Marker marker, String text) {}

    LessonController(
            Desk desk,
            OptimizerCatalogue catalogue,
            Typesetter typesetter,
            LessonReading lessons,
            Surroundings surroundings,
            Runnable pause,
            KeptProgress progress,
            Elsewhere elsewhere) {
        this.desk = desk;
        engine = new Engine(catalogue);
        this.surroundings = surroundings;
        this.pause = pause;
        this.progress = progress;
        this.elsewhere = elsewhere;
        workbench = desk.workbench();
        panel = new LessonPanel(desk, typesetter, this);
        forms = new TaskForms(panel::prose, this::onRefused);
        verdict = new VerdictLine(workbench);
        telling = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Filling numbers into the lesson",
                        (Telling step) -> tell(step),
                        (asked, told) -> onTold(asked.step(), told));
        checking = desk.questions().on(Lane.ANALYSIS, "Looking whether the task is done", this::check, this::onChecked);
        marking = desk.questions().on(Lane.ANALYSIS, "Looking at the answer", LessonController::mark, this::onMarked);
        files = new ExperimentFile(catalogue);
        reading = desk.questions().on(Lane.FILES, "Reading the lesson", lessons::read, (_, read) -> onReread(read));
        watch = new LessonWatch(desk, () -> visit.flatMap(LessonVisit::source).ifPresent(reading::ask));
        workbench.listen(this::onScene);
    }

    /// Has places foretold by clicks on the loss, too.
    void takeClicks(FigureView loss) {
        DataClicks.take(loss, this::isPlaceAsked, at -> onPlace(parameters(at.getX(), at.getY())));
    }

    private boolean isPlaceAsked() {
        return visit.filter(now ->
                        TaskForms.asksForPlace(now.step()) && !now.state().foretold && form.isPresent() && isHere())
                .isPresent();
    }

    /// Those of a place of the loss's view, at most two.
    private double[] parameters(double x, double y) {
        int dimension = workbench.experiment().problem().objective().dimension();
        return dimension == 1
                ? new double[] {x}
                : desk.pictures()
                        .of(Views.LOSS)
                        .plane()
                        .map(plane -> plane.point(x, y))
                        .orElseGet(() -> new double[] {x, y});
    }

    private void onPlace(double[] place) {
        form.ifPresent(asking -> asking.give(TaskForms.typed(place)));
    }

    /// Whether a lesson is open.
    boolean isOpen() {
        return visit.isPresent();
    }

    /// The lesson that is open.
    Optional<LessonVisit> visit() {
        return visit;
    }

    /// Opens a lesson where one was, in place of another one that is open.
    void open(String key, Optional<Path> source, Edition edition) {
        stash();
        Lesson lesson = edition.lesson();
        LessonVisit known = visits.get(key);
        LessonVisit next = known == null ? new LessonVisit(key, source, edition, engine) : known;
        if (known != null) {
            known.renew(edition);
        } else {
            int step = progress.standing(key, lesson.id()).step();
            next.go(step < lesson.steps().size() ? step : 0);
        }
        visits.put(key, next);
        visit = Optional.of(next);
        panel.showMistake("");
        watch.watch(source);
        enter();
        panel.takeKeyboard();
    }

    /// Keeps what is on the desk with its step, if it is the step's.
    private void stash() {
        pause.run();
        lent.giveBack();
        LessonGuard.unlock(desk);
        panel.controls().getChildren().clear();
        workbench.veil(Optional.empty());
        if (home.isPresent()) {
            Aside before = workbench.bringBack(home.get());
            home = Optional.empty();
            visit.map(LessonVisit::state)
                    .filter(state ->
                            state.document.filter(before.document()::equals).isPresent())
                    .ifPresent(state -> state.left = Optional.of(before));
        }
    }

    /// Puts the step that one is at on the desk and into the panel.
    private void enter() {
        LessonVisit now = visit.orElseThrow();
        LessonStep step = now.step();
        LessonVisit.StepState state = now.state();
        home = Optional.of(state.left
                .map(workbench::bringBack)
                .orElseGet(() -> workbench.visit(step.setup().experiment(), look(step))));
        state.left = Optional.empty();
        state.document = Optional.of(workbench.document());
        progress.change(now.key(), now.lesson().id(), standing -> standing.at(now.at()));
        veil();
        surroundings.panes(panes(step));
        furnish(step);
        surroundings.column(Optional.of(panel));
        show(true);
    }

    /// In the colours that are worn.
    private ViewState look(LessonStep step) {
        SurfaceLook.Colours colours = workbench.view().loss().surface().colours();
        boolean solid = step.panes().contains(Pane.SURFACE);
        return step.setup().view().withSurface(look -> (solid ? look.withSolid(true) : look).withColours(colours));
    }

    /// What is to be foretold is hidden until something was foretold.
    private void veil() {
        boolean foretold = visit.orElseThrow().state().foretold;
        boolean hides = visit.orElseThrow()
                .step()
                .task()
                .filter(LessonController::hides)
                .isPresent();
        if (hides && !foretold) {
            Scene scene = workbench.scene();
            workbench.veil(
                    Optional.of(new Veil(scene.chosen().name(), scene.view().playhead())));
        }
    }

    /// Whether it asks for what would be seen.
    private static boolean hides(Task task) {
        return task instanceof Task.PredictPlace || task instanceof Task.PredictFate;
    }

    /// From now on all is seen.
    private void unveil(LessonVisit.StepState state) {
        state.foretold = true;
        workbench.veil(Optional.empty());
    }

    private static Set<String> panes(LessonStep step) {
        Set<String> ids = new LinkedHashSet<>();
        step.panes().forEach(pane -> ids.add(pane == Pane.SURFACE ? Pane.LOSS.word() : pane.word()));
        return ids;
    }

    /// Lends the controls that the step names, and locks those that it locks.
    private void furnish(LessonStep step) {
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

    /// A control, and its further parts if it has some.
    private static List<Node> parts(Map<String, Node> controls, Control control) {
        return controls.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(control.word()) || entry.getKey().startsWith(control.word() + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// @param another whether it is another step than the one that was shown
    private void show(boolean another) {
        LessonVisit now = visit.orElseThrow();
        LessonVisit.StepState state = now.state();
        panel.showPlace(now.lesson().title(), now.at() + 1, now.lesson().steps().size());
        showElsewhere();
        if (another) {
            form = Optional.empty();
            panel.showTask(Optional.empty());
            panel.showHints(List.of(), 0);
            panel.showOutcome(Optional.empty());
            panel.showText(state.told.map(Told::text).orElse(""), true);
        }
        state.told.ifPresentOrElse(
                told -> onTold(now.step(), told), () -> telling.ask(new Telling(now.step(), state.marker())));
    }

    private static Told tell(Telling asked) {
        synchronized (asked.marker()) {
            return Told.of(asked.step(), asked.marker());
        }
    }

    private boolean isAt(LessonStep step) {
        return visit.filter(now -> now.step() == step).isPresent();
    }

    private void onTold(LessonStep step, Told told) {
        if (!isAt(step)) {
            return;
        }
        LessonVisit now = visit.orElseThrow();
        now.state().told = Optional.of(told);
        recall(now, told);
        panel.showText(told.text(), false);
        form = step.task().map(task -> forms.form(step, task, told, this::onAnswer));
        panel.showTask(form);
        showState();
        onScene(workbench.scene());
    }

    /// Hints, outcome and whether the step is solved.
    private void showState() {
        LessonVisit now = visit.orElseThrow();
        LessonVisit.StepState state = now.state();
        List<String> hints = state.told.map(Told::hints).orElse(List.of());
        boolean solved = isSolved();
        int shown = Math.min(state.hints, hints.size());
        panel.showHints(hints.subList(0, shown), solved ? 0 : hints.size() - shown);
        panel.showOutcome(state.outcome);
        panel.showSolved(solved || now.step().task().isEmpty());
        form.ifPresent(shownForm -> shownForm.showDone(solved));
    }

    private boolean isSolved() {
        LessonVisit now = visit.orElseThrow();
        return now.state().outcome.filter(Outcome::right).isPresent();
    }

    /// What is on the desk changed: a task that is to be done may be done.
    private void onScene(Scene scene) {
        if (visit.isEmpty()) {
            return;
        }
        showElsewhere();
        LessonVisit now = visit.get();
        boolean todo = now.step().task().filter(Task.Do.class::isInstance).isPresent();
        if (todo && scene.settled() && isHere() && now.state().told.isPresent() && !isSolved()) {
            Path folder =
                    now.source().map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
            checking.ask(new Checking(now.step(), now.state().marker(), scene, folder));
        }
    }

    /// Whether the step's experiment is on the desk, in whatever state.
    private boolean isHere() {
        Document document = workbench.document();
        return visit.flatMap(now -> now.state().document)
                .filter(document::equals)
                .isPresent();
    }

    private void showElsewhere() {
        panel.showElsewhere(!isHere());
    }

    /// What was reached, as the text of an experiment, if it is what was to be reached.
    private Optional<String> check(Checking asked) {
        synchronized (asked.marker()) {
            if (!asked.marker().mark(Known.of(asked.scene(), engine)).solved()) {
                return Optional.empty();
            }
        }
        return Optional.of(files.text(
                asked.scene().experiment(), Optional.of(asked.scene().view()), UnknownFields.none(), asked.folder()));
    }

    private void onChecked(Checking asked, Optional<String> reached) {
        if (reached.isPresent() && isAt(asked.step()) && !isSolved()) {
            solved("", reached, "");
        }
    }

    private void onAnswer(String text) {
        LessonVisit now = visit.orElseThrow();
        marking.ask(new Answer(now.step(), now.state().marker(), text));
    }

    private void onRefused(String sentence) {
        visit.orElseThrow().state().outcome = Optional.of(new Outcome(false, sentence + ".", ""));
        showState();
    }

    private static Mark mark(Answer answer) {
        synchronized (answer.marker()) {
            return answer.marker().mark(answer.text());
        }
    }

    /// A step that was solved in an earlier session is solved.
    private void recall(LessonVisit now, Told told) {
        boolean solved = progress.standing(now.key(), now.lesson().id())
                .solved(now.step().name());
        if (solved && now.state().outcome.isEmpty() && !now.state().again) {
            now.state().outcome = Optional.of(new Outcome(true, "", told.because()));
            unveil(now.state());
        }
    }

    private void onMarked(Answer answer, Mark mark) {
        if (!isAt(answer.step())) {
            return;
        }
        Task task = answer.step().task().orElseThrow();
        boolean place = task instanceof Task.PredictPlace;
        if (mark.solved()) {
            solved(answer.text(), Optional.empty(), place ? mark.sentence() : "");
            return;
        }
        LessonVisit now = visit.orElseThrow();
        keep(now, answer.text(), Optional.empty(), false);
        if (hides(task)) {
            unveil(now.state());
            now.state().outcome = Optional.of(new Outcome(
                    false,
                    mark.sentence() + " Now it is to be seen: a guess that misses shows what to look for.",
                    now.state().told.map(Told::because).orElse("")));
        } else {
            boolean helps = now.state().hints < answer.step().hints().size();
            String next = helps ? " Try again, or take a hint." : " Try again: every try shows you more.";
            now.state().outcome = Optional.of(new Outcome(false, mark.sentence() + next, ""));
        }
        showState();
    }

    /// @param reached the experiment in which something was done
    private void solved(String text, Optional<String> reached, String sentence) {
        LessonVisit now = visit.orElseThrow();
        keep(now, text, reached, true);
        unveil(now.state());
        String because = now.state().told.map(Told::because).orElse("");
        now.state().outcome = Optional.of(new Outcome(true, sentence, because));
        showState();
    }

    /// The last answer to a step is kept; one that was right once stays.
    private void keep(LessonVisit now, String text, Optional<String> reached, boolean right) {
        String name = now.step().name();
        progress.change(now.key(), now.lesson().id(), standing -> {
            Optional<Answers.Answer> before = standing.answers().find(name);
            if (before.filter(Answers.Answer::solved).isPresent() && !right) {
                return standing;
            }
            int tries = before.map(Answers.Answer::tries).orElse(0) + 1;
            return standing.with(standing.answers()
                    .with(new Answers.Answer(
                            name, text, reached, right, now.state().hints, tries, Optional.of(Instant.now()))));
        });
    }

    /// The file of the lesson was written.
    private void onReread(ReadLesson read) {
        LessonVisit now = visit.orElse(null);
        if (now == null || now.source().filter(read.file()::equals).isEmpty()) {
            return;
        }
        panel.showMistake(read.mistake());
        read.lesson().ifPresent(edition -> {
            boolean another = now.renew(edition);
            lent.giveBack();
            panel.controls().getChildren().clear();
            if (another) {
                home.ifPresent(workbench::bringBack);
                enter();
            } else {
                surroundings.panes(panes(now.step()));
                furnish(now.step());
                show(true);
            }
        });
    }

    @Override
    public void onBack() {
        go(visit.orElseThrow().at() - 1);
    }

    @Override
    public void onNext() {
        LessonVisit now = visit.orElseThrow();
        if (!now.isLast()) {
            go(now.at() + 1);
            return;
        }
        leave();
        progress.change(
                now.key(),
                now.lesson().id(),
                standing -> standing.at(now.lesson().steps().size()));
        now.go(0);
        desk.notices().tell("That was " + now.lesson().title() + ". What was on the desk is back.");
    }

    private void go(int step) {
        LessonVisit now = visit.orElseThrow();
        stash();
        now.go(step);
        enter();
        panel.takeKeyboard();
    }

    @Override
    public void onLeave() {
        leave();
        desk.notices().tell("What was on the desk is back; the lesson remembers where you were.");
    }

    /// Brings back what was on the desk before the lesson.
    void leave() {
        if (visit.isEmpty()) {
            return;
        }
        telling.withdraw();
        checking.withdraw();
        marking.withdraw();
        watch.watch(Optional.empty());
        stash();
        visit = Optional.empty();
        surroundings.panes(Set.of());
        surroundings.column(Optional.empty());
        if (desk.stage().getScene() != null) {
            desk.stage().getScene().getRoot().requestFocus();
        }
    }

    @Override
    public void onHint() {
        visit.orElseThrow().state().hints++;
        showState();
    }

    @Override
    public void onList() {
        elsewhere.onList();
    }

    @Override
    public void onAnswers() {
        LessonVisit now = visit.orElseThrow();
        elsewhere.onAnswers(now);
    }

    @Override
    public void onAgain() {
        LessonVisit now = visit.orElseThrow();
        stash();
        LessonVisit.StepState state = now.state();
        state.left = Optional.empty();
        state.outcome = Optional.empty();
        state.again = true;
        state.foretold = false;
        state.hints = 0;
        enter();
    }

    /// Goes back past whatever was opened over the step's experiment; what was opened can be had again by redo.
    @Override
    public void onToStep() {
        while (!isHere() && workbench.canUndo()) {
            workbench.undo();
        }
        if (!isHere()) {
            onAgain();
        }
    }

    /// Forgets what was done in lessons that are not open.
    void forget() {
        visits.keySet()
                .removeIf(key -> visit.filter(now -> now.key().equals(key)).isEmpty());
        visit.ifPresent(now -> progress.change(now.key(), now.lesson().id(), standing -> standing.at(now.at())));
    }
}
