package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.lesson.LessonPanel.Outcome;
import fallline.app.paint.DataClicks;
import fallline.app.paint.FigureView;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.file.ExperimentFile;
import fallline.file.answer.Answers;
import fallline.file.json.UnknownFields;
import fallline.lesson.LessonStep;
import fallline.lesson.Task;
import fallline.lesson.mark.Mark;
import fallline.lesson.mark.Marker;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Known;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The task of the step that one is at: notices what is done, has answers marked, gives hints, keeps what was answered.
/// FX thread; the engine works beside it.
final class TaskController {
    private final Desk desk;
    private final LessonDesk stage;
    private final LessonPanel panel;
    private final KeptProgress progress;
    private final Engine engine;
    private final ExperimentFile files;
    private final TaskForms forms;
    private final Asking<Checking, Checked> checking;
    private final Asking<Answer, Mark> marking;
    private Optional<LessonVisit> visit = Optional.empty();
    private Optional<AnswerForm> form = Optional.empty();

    /// @param folder to which paths are relative in what is written down of it
    private record Checking(LessonStep step, Marker marker, Scene scene, Path folder) {}

    /// @param reached the text of the experiment, if it is what was to be reached
    private record Checked(Mark mark, Optional<String> reached) {}

    private record Answer(LessonStep step, Marker marker, String text) {}

    TaskController(
            Desk desk,
            OptimizerCatalogue catalogue,
            Engine engine,
            LessonDesk stage,
            LessonPanel panel,
            KeptProgress progress) {
        this.desk = desk;
        this.engine = engine;
        this.stage = stage;
        this.panel = panel;
        this.progress = progress;
        files = new ExperimentFile(catalogue);
        forms = new TaskForms(panel::prose, this::onRefused);
        checking = desk.questions().on(Lane.ANALYSIS, "Looking whether the task is done", this::check, this::onChecked);
        marking = desk.questions().on(Lane.ANALYSIS, "Looking at the answer", TaskController::mark, this::onMarked);
    }

    /// Has places foretold by clicks on the loss, too.
    void takeClicks(FigureView loss) {
        DataClicks.take(loss, this::isPlaceAsked, at -> onPlace(parameters(at.getX(), at.getY())));
    }

    private boolean isPlaceAsked() {
        return visit.filter(now -> TaskForms.asksForPlace(now.step()) && !now.state().foretold)
                        .isPresent()
                && form.isPresent()
                && stage.isHere();
    }

    /// Those of a place of the loss's view, at most two.
    private double[] parameters(double x, double y) {
        int dimension = desk.workbench().experiment().problem().objective().dimension();
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

    /// Another step is there, of which nothing is known yet.
    void begin(LessonVisit now) {
        visit = Optional.of(now);
        form = Optional.empty();
        panel.showTask(Optional.empty());
        panel.showHints(List.of(), 0);
        panel.showOutcome(Optional.empty());
    }

    /// Nothing is asked any more.
    void end() {
        checking.withdraw();
        marking.withdraw();
        visit = Optional.empty();
        form = Optional.empty();
    }

    /// The step is told: it can be asked.
    void ask(LessonVisit now, Told told) {
        visit = Optional.of(now);
        recall(now, told);
        form = now.step().task().map(task -> forms.form(now.step(), task, told, this::onAnswer));
        panel.showTask(form);
        show();
        onScene(desk.workbench().scene());
    }

    /// A step that was solved in an earlier session is solved.
    private void recall(LessonVisit now, Told told) {
        boolean solved = progress.standing(now.key(), now.lesson().id())
                .solved(now.step().name());
        if (solved && now.state().outcome.isEmpty() && !now.state().again) {
            now.state().outcome = Optional.of(new Outcome(true, "", told.because()));
            stage.unveil(now.state());
        }
    }

    /// Hints, outcome and whether the step is solved.
    private void show() {
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
        return visit.orElseThrow().state().outcome.filter(Outcome::right).isPresent();
    }

    private boolean isAt(LessonStep step) {
        return visit.filter(now -> now.step() == step).isPresent();
    }

    /// What is on the desk changed: a task that is to be done may be done.
    void onScene(Scene scene) {
        if (visit.isEmpty()) {
            return;
        }
        LessonVisit now = visit.get();
        boolean todo = now.step().task().filter(Task.Do.class::isInstance).isPresent();
        if (todo && scene.settled() && stage.isHere() && now.state().told.isPresent() && !isSolved()) {
            Path folder =
                    now.source().map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
            checking.ask(new Checking(now.step(), now.state().marker(), scene, folder));
        }
    }

    private Checked check(Checking asked) {
        Mark mark;
        synchronized (asked.marker()) {
            mark = asked.marker().mark(Known.of(asked.scene(), engine));
        }
        return new Checked(mark, mark.solved() ? Optional.of(text(asked)) : Optional.empty());
    }

    private String text(Checking asked) {
        return files.text(
                asked.scene().experiment(), Optional.of(asked.scene().view()), UnknownFields.none(), asked.folder());
    }

    /// What is not done yet is no answer; what is done in a way that does not count is told.
    private void onChecked(Checking asked, Checked checked) {
        if (!isAt(asked.step()) || isSolved()) {
            return;
        }
        if (checked.mark().solved()) {
            solved("", checked.reached(), "");
        } else {
            visit.orElseThrow().state().outcome = checked.mark().equals(Mark.NOT_YET)
                    ? Optional.empty()
                    : Optional.of(new Outcome(false, checked.mark().sentence(), ""));
            show();
        }
    }

    private void onAnswer(String text) {
        LessonVisit now = visit.orElseThrow();
        marking.ask(new Answer(now.step(), now.state().marker(), text));
    }

    private void onRefused(String sentence) {
        visit.orElseThrow().state().outcome = Optional.of(new Outcome(false, sentence + ".", ""));
        show();
    }

    private static Mark mark(Answer answer) {
        synchronized (answer.marker()) {
            return answer.marker().mark(answer.text());
        }
    }

    private void onMarked(Answer answer, Mark mark) {
        if (!isAt(answer.step())) {
            return;
        }
        Task task = answer.step().task().orElseThrow();
        if (mark.solved()) {
            solved(answer.text(), Optional.empty(), task instanceof Task.PredictPlace ? mark.sentence() : "");
            return;
        }
        LessonVisit now = visit.orElseThrow();
        keep(now, answer.text(), Optional.empty(), false);
        if (LessonDesk.hides(task)) {
            stage.unveil(now.state());
            now.state().outcome = Optional.of(new Outcome(
                    false,
                    mark.sentence() + " Now it is to be seen: a guess that misses shows what to look for.",
                    now.state().told.map(Told::because).orElse("")));
        } else {
            boolean helps = now.state().hints < answer.step().hints().size();
            String next = helps ? " Try again, or take a hint." : " Try again: every try shows you more.";
            now.state().outcome = Optional.of(new Outcome(false, mark.sentence() + next, ""));
        }
        show();
    }

    /// @param reached the experiment in which something was done
    private void solved(String text, Optional<String> reached, String sentence) {
        LessonVisit now = visit.orElseThrow();
        keep(now, text, reached, true);
        stage.unveil(now.state());
        String because = now.state().told.map(Told::because).orElse("");
        now.state().outcome = Optional.of(new Outcome(true, sentence, because));
        show();
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

    /// One hint more.
    void onHint() {
        visit.orElseThrow().state().hints++;
        show();
    }
}
