package fallline.lesson.check;

import java.util.List;

/// What a walk through a step found.
///
/// @param line where the step begins in the lesson's text, from 1
/// @param step its name
/// @param faults sentences; none if all is well
/// @param done what was tried, for people: `the solution solves it, the wrong answer does not, nor does nothing`
public record Finding(int line, String step, List<String> faults, String done) {
    public Finding {
        faults = List.copyOf(faults);
    }
}
