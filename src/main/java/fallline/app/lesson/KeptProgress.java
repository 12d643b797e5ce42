package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.file.answer.Answers;
import fallline.file.user.LessonProgress;
import fallline.file.user.LessonProgress.Standing;
import fallline.file.user.LessonProgressFile;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How far the user is, on this machine alone: read once, written beside the window whenever it changes. FX thread.
final class KeptProgress {
    private final Desk desk;
    private final LessonProgressFile file;
    private LessonProgress now = LessonProgress.NONE;

    KeptProgress(Desk desk, LessonProgressFile file) {
        this.desk = desk;
        this.file = file;
    }

    /// Takes up what was kept, before anything changes.
    void take(LessonProgress kept) {
        now = kept;
    }

    Optional<Standing> of(String lesson) {
        return now.of(lesson);
    }

    /// What is known of a lesson; one that was not begun is at its first step.
    ///
    /// @param key by which it is kept
    /// @param lesson its id, by which answers are graded
    Standing standing(String key, String lesson) {
        return now.of(key).orElseGet(() -> new Standing(0, new Answers(lesson, "", List.of())));
    }

    /// Changes what is known of a lesson, and writes it down.
    void change(String lesson, String id, UnaryOperator<Standing> change) {
        Standing before = standing(lesson, id);
        Standing after = change.apply(before);
        if (now.of(lesson).isEmpty() || !after.equals(before)) {
            write(now.with(lesson, after));
        }
    }

    /// Forgets all of it.
    void forget() {
        write(LessonProgress.NONE);
    }

    private void write(LessonProgress next) {
        now = next;
        desk.files().run(file.file(), "Keeping your progress", () -> file.write(next), _ -> {});
    }
}
