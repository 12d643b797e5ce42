package fallline.lesson.check;

import fallline.experiment.Run;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.Task;
import fallline.lesson.mark.Mark;
import fallline.lesson.mark.Marker;
import fallline.lesson.prose.Prose;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Known;
import fallline.lesson.state.Script;
import fallline.text.Quote;
import fallline.workbench.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks through a lesson with its own solutions and wrong answers: each solution must solve its task, no wrong answer
/// may, nor may doing nothing; every number in the text must be known. Not for the FX thread.
public final class Walk {
    private final Engine engine;

    public Walk(Engine engine) {
        this.engine = engine;
    }

    /// What was found in each step, in order.
    public List<Finding> through(Lesson lesson) {
        return lesson.steps().stream().map(this::through).toList();
    }

    /// What was found in a step.
    public Finding through(LessonStep step) {
        Marker marker = new Marker(step, engine);
        List<String> faults = new ArrayList<>();
        runs(marker.given(), faults);
        prose(step, marker.given(), faults);
        step.task().ifPresent(task -> task(step, task, marker, faults));
        return new Finding(step.line(), step.name(), faults, done(step));
    }

    private static String done(LessonStep step) {
        return step.task()
                .map(task -> task.word() + ": " + count(step.solutions().size(), "solution") + " right, "
                        + count(step.wrongs().size(), "answer") + " wrong")
                .orElse("no task");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static void runs(Known given, List<String> faults) {
        for (Run run : given.setup().experiment().runs()) {
            given.scene()
                    .record(run.name())
                    .flatMap(RunRecord::refusal)
                    .ifPresent(sentence -> faults.add("its experiment cannot be computed: " + sentence));
        }
    }

    private void prose(LessonStep step, Known given, List<String> faults) {
        List<Prose> all = new ArrayList<>(step.hints());
        all.add(step.text());
        all.add(step.because());
        if (step.task().orElse(null) instanceof Task.Choice choice) {
            all.addAll(choice.options());
        }
        for (Prose prose : all) {
            for (Prose.Piece piece : prose.pieces()) {
                unknown(piece, given).ifPresent(faults::add);
            }
        }
    }

    private static Optional<String> unknown(Prose.Piece piece, Known given) {
        return switch (piece) {
            case Prose.Words _ -> Optional.empty();
            case Prose.FilledWord word ->
                given.word(word.word().name(), word.word().run()).isEmpty()
                        ? Optional.of("{" + word.word().name().word() + "} in its text is not known")
                        : Optional.empty();
            case Prose.Filled filled ->
                filled.numbers().stream()
                        .flatMap(number -> {
                            try {
                                return Double.isNaN(number.value(given))
                                        ? Optional.of("{" + number + "} in its text is not known").stream()
                                        : Optional.<String>empty().stream();
                            } catch (IllegalArgumentException e) {
                                return Optional.of("{" + number + "} in its text: " + e.getMessage()).stream();
                            }
                        })
                        .findFirst();
        };
    }

    private void task(LessonStep step, Task task, Marker marker, List<String> faults) {
        switch (task) {
            case Task.Number number
            when Double.isNaN(marker.right(number)) ->
                faults.add("the right number, " + number.expected() + ", is not known");
            case Task.Choice choice
            when marker.right(choice) == 0 ->
                faults.add("the right choice, " + choice.right() + ", is the number of no option");
            case Task.PredictFate _
            when marker.fate().isEmpty() -> faults.add("the run does nothing of what can be predicted");
            case Task.Do _
            when marker.mark(marker.given()).solved() -> faults.add("the task is solved before anything is done");
            default -> {}
        }
        if (step.solutions().isEmpty()) {
            faults.add("the task has no solution: add a line such as solution: rate = 0.3");
        }
        if (step.wrongs().isEmpty()) {
            faults.add("the task has no wrong answer: add a line such as wrong: rate = 0.1");
        }
        for (Script solution : step.solutions()) {
            tried(step, marker, solution, true).ifPresent(faults::add);
        }
        for (Script wrong : step.wrongs()) {
            tried(step, marker, wrong, false).ifPresent(faults::add);
        }
    }

    private Optional<String> tried(LessonStep step, Marker marker, Script script, boolean right) {
        String what = (right ? "the solution " : "the wrong answer ") + Quote.of(script.text());
        try {
            Mark mark = mark(step, marker, script);
            return mark.solved() == right
                    ? Optional.empty()
                    : Optional.of(what + (right ? " does not solve the task: " + mark.sentence() : " solves the task"));
        } catch (IllegalArgumentException e) {
            return Optional.of(what + " cannot be done: " + e.getMessage());
        }
    }

    /// What the engine says of a script as the answer to a step.
    ///
    /// @throws IllegalArgumentException with a sentence, if an assignment cannot be done
    public Mark mark(LessonStep step, Marker marker, Script script) {
        if (step.task().orElse(null) instanceof Task.Do) {
            Known reached = marker.given().after(script);
            for (Run run : reached.setup().experiment().runs()) {
                Optional<String> refusal = reached.scene().record(run.name()).flatMap(RunRecord::refusal);
                if (refusal.isPresent()) {
                    throw new IllegalArgumentException(refusal.get());
                }
            }
            return marker.mark(reached);
        }
        return marker.mark(script.said().orElse(""));
    }
}
