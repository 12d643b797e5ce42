package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.file.user.LessonProgress.Standing;
import fallline.lesson.Lesson;

/// Saves a student's answers to a lesson as one file.
final class AnswerSaving {
    private final Desk desk;

    AnswerSaving(Desk desk) {
        this.desk = desk;
    }

    void save(Lesson lesson, Standing standing) {
        desk.notices().tell(lesson.title() + standing.solved());
    }
}
