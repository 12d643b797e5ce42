package fallline.file.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far the user is with lessons, by their ids; the user's alone.
///
/// @param lessons what was done in each
public record LessonProgress(Map<String, Standing> lessons) {
    public static final LessonProgress NONE = new LessonProgress(Map.of());

    public LessonProgress {
        lessons = Map.copyOf(lessons);
    }

    /// Where one is in a lesson.
    ///
    /// @param step the step that was seen last, from 0
    /// @param answers every answer that was given, by the name of its step, in order
    public record Standing(int step, SortedMap<String, List<Given>> answers) {
        public static final Standing BEGUN = new Standing(0, new TreeMap<>());

        public Standing {
            TreeMap<String, List<Given>> copy = new TreeMap<>();
            answers.forEach((at, given) -> copy.put(at, List.copyOf(given)));
            answers = copy;
            step = Math.max(0, step);
        }

        /// At another step.
        public Standing at(int next) {
            return new Standing(next, answers);
        }

        /// With one more answer.
        public Standing with(String at, Given given) {
            TreeMap<String, List<Given>> more = new TreeMap<>(answers);
            more.merge(at, List.of(given), (before, last) -> {
                List<Given> both = new ArrayList<>(before);
                both.addAll(last);
                return both;
            });
            return new Standing(step, more);
        }

        /// Whether the task of a step was solved.
        public boolean solved(String at) {
            return answers.getOrDefault(at, List.of()).stream().anyMatch(Given::right);
        }

        /// How many tasks were solved.
        public int solved() {
            return (int) answers.keySet().stream().filter(this::solved).count();
        }
    }

    /// An answer.
    ///
    /// @param text as it was typed or chosen
    /// @param right whether it was right
    public record Given(String text, boolean right) {}

    /// Where one is in this lesson, if it was begun.
    public Optional<Standing> of(String lesson) {
        return Optional.ofNullable(lessons.get(lesson));
    }

    /// With another standing in a lesson.
    public LessonProgress with(String lesson, Standing standing) {
        Map<String, Standing> more = new TreeMap<>(lessons);
        more.put(lesson, standing);
        return new LessonProgress(more);
    }
}
