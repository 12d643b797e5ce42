package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.feature.Surroundings;
import fallline.app.paint.FigureView;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.figure.paint.Typesetter;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.mark.Marker;
import fallline.lesson.state.Engine;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;

/// Leads through a lesson: from step to step, back and forth, and out of it to what was on the desk before. FX thread;
/// the engine works beside it.
final class LessonController implements LessonPanel.Hands {
    /// The scene's root has it while a lesson is open: what else stands over the column makes room for its buttons.
    private static final PseudoClass LESSON = PseudoClass.getPseudoClass("lesson");

    private final Desk desk;
    private final Engine engine;
    private final Surroundings surroundings;
    private final KeptProgress progress;
    private final Elsewhere elsewhere;
    private final LessonPanel panel;
    private final LessonDesk stage;
    private final TaskController task;
    private final LessonWatch watch;
    private final Asking<Telling, Told> telling;

    /// The lessons that were left, by their keys: each step is come back to as it was.
    private final Map<String, LessonVisit> visits = new HashMap<>();

    private Optional<LessonVisit> visit = Optional.empty();

    /// What the panel's way elsewhere leads to.
    interface Elsewhere {
        void onList();

        void onAnswers(LessonVisit visit);
    }

    private record Telling(LessonStep step, Marker marker) {}

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
        this.surroundings = surroundings;
        this.progress = progress;
        this.elsewhere = elsewhere;
        engine = new Engine(catalogue);
        panel = new LessonPanel(desk, typesetter, this);
        stage = new LessonDesk(desk, surroundings, engine, pause, panel);
        task = new TaskController(desk, catalogue, engine, stage, panel, progress);
        telling = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Filling numbers into the lesson",
                        (Telling step) -> tell(step),
                        (asked, told) -> onTold(asked.step(), told));
        Asking<Path, ReadLesson> reading =
                desk.questions().on(Lane.FILES, "Reading the lesson", lessons::read, (_, read) -> onReread(read));
        watch = new LessonWatch(desk, () -> visit.flatMap(LessonVisit::source).ifPresent(reading::ask));
        desk.workbench().listen(scene -> {
            if (isOpen()) {
                panel.showElsewhere(!stage.isHere());
            }
            task.onScene(scene);
        });
    }

    /// Has places foretold by clicks on the loss, too.
    void takeClicks(FigureView loss) {
        task.takeClicks(loss);
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
        stage.takeAway();
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

    /// Puts the step that one is at on the desk and into the panel.
    private void enter() {
        LessonVisit now = visit.orElseThrow();
        stage.put(now);
        progress.change(now.key(), now.lesson().id(), standing -> standing.at(now.at()));
        surroundings.column(Optional.of(panel));
        mark(true);
        task.begin(now);
        panel.showText(now.state().told.map(Told::text).orElse(""), true);
        show();
    }

    private void show() {
        LessonVisit now = visit.orElseThrow();
        panel.showPlace(now.lesson().title(), now.at() + 1, now.lesson().steps().size());
        panel.showElsewhere(!stage.isHere());
        now.state()
                .told
                .ifPresentOrElse(
                        told -> onTold(now.step(), told),
                        () -> telling.ask(new Telling(now.step(), now.state().marker())));
    }

    private static Told tell(Telling asked) {
        synchronized (asked.marker()) {
            return Told.of(asked.step(), asked.marker());
        }
    }

    private void onTold(LessonStep step, Told told) {
        visit.filter(now -> now.step() == step).ifPresent(now -> {
            now.state().told = Optional.of(told);
            panel.showText(told.text(), false);
            task.ask(now, told);
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
            if (now.renew(edition)) {
                stage.bringBack();
                enter();
            } else {
                stage.furnishAnew();
                task.begin(now); // the form was the old step's: an answer to it would go to the new one
                show();
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
        stage.takeAway();
        visit.orElseThrow().go(step);
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
        task.end();
        watch.watch(Optional.empty());
        stage.takeAway();
        visit = Optional.empty();
        surroundings.panes(Set.of());
        surroundings.column(Optional.empty());
        mark(false);
        if (desk.stage().getScene() != null) {
            desk.stage().getScene().getRoot().requestFocus();
        }
    }

    private void mark(boolean open) {
        if (desk.stage().getScene() != null) {
            desk.stage().getScene().getRoot().pseudoClassStateChanged(LESSON, open);
        }
    }

    @Override
    public void onHint() {
        task.onHint();
    }

    @Override
    public void onList() {
        elsewhere.onList();
    }

    @Override
    public void onAnswers() {
        elsewhere.onAnswers(visit.orElseThrow());
    }

    @Override
    public void onAgain() {
        stage.bringBack();
        visit.orElseThrow().state().beginAgain();
        enter();
    }

    @Override
    public void onToStep() {
        if (!stage.toStep()) {
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
