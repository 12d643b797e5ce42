package fallline.lesson;

import fallline.lesson.prose.Prose;
import fallline.lesson.state.Script;
import fallline.lesson.state.Setup;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A step of a lesson.
///
/// @param name unique in its lesson
/// @param line where it begins in the lesson's text, from 1
/// @param setup the experiment that it gives, and how it is looked at
/// @param panes that are shown, in order; those that are there already if empty
/// @param controls that stand in the lesson, in order
/// @param locked controls that cannot be moved
/// @param task at most one
/// @param hints to be given one by one
/// @param because the reason, after the answer
/// @param solutions each a way that solves the task
/// @param wrongs each a way that does not
public record LessonStep(
        String name,
        int line,
        Setup setup,
        List<Pane> panes,
        List<Control> controls,
        Set<Control> locked,
        Prose text,
        Optional<Task> task,
        List<Prose> hints,
        Prose because,
        List<Script> solutions,
        List<Script> wrongs) {
    public LessonStep {
        panes = List.copyOf(panes);
        controls = List.copyOf(controls);
        locked = Set.copyOf(locked);
        hints = List.copyOf(hints);
        solutions = List.copyOf(solutions);
        wrongs = List.copyOf(wrongs);
    }
}
