package fallline.file.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a student answered in a lesson.
///
/// @param lesson the lesson's id, the name of its file without the ending
/// @param student as the student wrote it; may be empty
/// @param steps at most one for each step, in the order in which they were first answered
public record Answers(String lesson, String student, List<Answer> steps) {
    public Answers {
        steps = List.copyOf(steps);
    }

    /// The answer to one step.
    ///
    /// @param step the step's name
    /// @param answer what was answered, as text: a number, the number of an option from 1, coordinates or rates
    ///     with commas between, a word, a formula; empty where something was to be done
    /// @param experiment for a step in which something is to be done, the experiment that was reached with its
    ///     view, as the JSON of an experiment file (`ExperimentFile.text` with the lesson's folder)
    /// @param solved whether the window said so; whoever grades asks the engine again
    /// @param hints how many were taken
    /// @param tries how many answers were given
    /// @param at when the last one was given
    public record Answer(
            String step,
            String answer,
            Optional<String> experiment,
            boolean solved,
            int hints,
            int tries,
            Optional<Instant> at) {}

    /// The same with the answer to a step in the place of the one before, or at the end.
    public Answers with(Answer answer) {
        List<Answer> changed = new ArrayList<>(steps);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).step().equals(answer.step())) {
                changed.set(i, answer);
                return new Answers(lesson, student, changed);
            }
        }
        changed.add(answer);
        return new Answers(lesson, student, changed);
    }

    /// The answer to a step.
    public Optional<Answer> find(String step) {
        return steps.stream().filter(answer -> answer.step().equals(step)).findFirst();
    }
}
