package fallline.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A lesson: steps, each with an experiment, a text and at most one task.
///
/// @param id the name of its file without the ending
/// @param audience whom it is for; may be empty
/// @param minutes how long it takes, about
/// @param goals what one knows afterwards
/// @param steps one or more
public record Lesson(
        String id, String title, String audience, OptionalInt minutes, List<String> goals, List<LessonStep> steps) {
    public Lesson {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
    }

    /// The step of that name.
    public Optional<LessonStep> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }
}
