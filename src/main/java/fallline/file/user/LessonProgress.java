package fallline.file.user;

import fallline.file.answer.Answers;
import java.util.Map;
import java.util.Optional;
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
    /// @param step the step that was seen last, from 0; the number of steps when the lesson is finished
    /// @param answers what was answered so far
    public record Standing(int step, Answers answers) {
        public Standing {
            step = Math.max(0, step);
        }

        /// At another step.
        public Standing at(int next) {
            return new Standing(next, answers);
        }

        /// With other answers.
        public Standing with(Answers others) {
            return new Standing(step, others);
        }

        /// Whether the task of a step was solved.
        public boolean solved(String name) {
            return answers.find(name).filter(Answers.Answer::solved).isPresent();
        }
    }

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
