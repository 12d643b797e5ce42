package fallline.lesson.grade;

import fallline.data.DataException;
import fallline.experiment.Experiment;
import fallline.experiment.edit.Edits;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.answer.Answers;
import fallline.file.answer.Answers.Answer;
import fallline.file.codec.OpenedExperiment;
import fallline.file.codec.TableRules;
import fallline.io.FileException;
import fallline.lesson.Control;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.Task;
import fallline.lesson.mark.Mark;
import fallline.lesson.mark.Marker;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Known;
import fallline.lesson.state.Setup;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Grades answers: the engine is asked again, and what a file claims counts for nothing.
///
/// Of an experiment that a student reached, runs, start, seed, steps and view count; the problem is the step's own, so
/// far as the step does not hand over the control that changes it. Not for the FX thread; one thread uses it at a time.
public final class Grader {
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_RUNS = 12;

    private final Engine engine;
    private final ExperimentFile files;
    private final Map<LessonStep, Marker> markers = new HashMap<>();

    /// @param catalogue where the optimizers that experiments name are found
    public Grader(OptimizerCatalogue catalogue) {
        engine = new Engine(catalogue);
        files = new ExperimentFile(catalogue);
    }

    /// The grades of all steps that were answered and ask for something.
    ///
    /// @param folder where tables of the lesson lie
    /// @throws FileException with a sentence, if an answer names a step that is not there, or its experiment cannot
    ///     be read
    public List<Grade> grades(Lesson lesson, Answers answers, Path folder) {
        List<Grade> grades = new ArrayList<>();
        for (Answer answer : answers.steps()) {
            LessonStep step = lesson.step(answer.step())
                    .orElseThrow(() -> new FileException("the lesson " + lesson.id() + " has no step called \""
                            + answer.step() + "\": it is another version of the lesson."));
            if (step.task().isPresent()) {
                boolean solved = mark(step, answer, folder).solved();
                grades.add(new Grade(lesson.id(), step, answer.solved(), solved, answer.hints(), answer.tries()));
            }
        }
        return grades;
    }

    private Mark mark(LessonStep step, Answer answer, Path folder) {
        Marker marker = markers.computeIfAbsent(step, one -> new Marker(one, engine));
        if (!(step.task().orElseThrow() instanceof Task.Do)) {
            return marker.mark(answer.answer());
        }
        Optional<Setup> reached = answer.experiment().map(text -> reached(step, text, folder));
        return reached.map(setup -> marker.mark(Known.of(setup, engine)))
                .orElseGet(() -> new Mark(false, "The answer has no experiment."));
    }

    private Setup reached(LessonStep step, String text, Path folder) {
        OpenedExperiment opened = files.within("the experiment", text, TableRules.ofLesson(folder));
        Experiment experiment = opened.experiment();
        if (experiment.steps() > MOST_STEPS || experiment.runs().size() > MOST_RUNS) {
            throw new FileException("the experiment of the step \"" + step.name() + "\" is too large.");
        }
        ViewState view = opened.view().orElseGet(() -> ViewState.initial(experiment));
        try {
            return new Setup(onOwnProblem(step, experiment), view);
        } catch (IllegalArgumentException | DataException e) {
            throw FileException.at("the experiment of the step \"" + step.name() + "\"", e);
        }
    }

    /// The student's experiment on the problem of the step.
    private static Experiment onOwnProblem(LessonStep step, Experiment experiment) {
        if (step.controls().contains(Control.FORMULA)) {
            return experiment;
        }
        Problem own = step.setup().experiment().problem();
        if (own instanceof Problem.OnData model
                && experiment.problem() instanceof Problem.OnData reached
                && step.controls().contains(Control.MODEL)) {
            var draft = model.draft().withOptions(reached.draft().options());
            own = model.family()
                    .make(reached.draft().design().map(draft::withDesign).orElse(draft));
        }
        Experiment next = new Experiment(
                own,
                experiment.start(),
                experiment.seed(),
                experiment.steps(),
                experiment.runs(),
                experiment.optimizers());
        if (step.controls().contains(Control.PARAMETERS)) {
            for (var parameter : experiment.problem().parameters().entrySet()) {
                if (own.parameters().containsKey(parameter.getKey())) {
                    next = Edits.withParameter(
                            next, parameter.getKey(), parameter.getValue().value());
                }
            }
        }
        return next;
    }
}
