package fallline.lesson.grade;

import fallline.lesson.LessonStep;

/// What became of one step of one student.
///
/// @param claimed whether the student's file says that it is solved
/// @param solved whether the engine says so
public record Grade(String lesson, LessonStep step, boolean claimed, boolean solved, int hints, int tries) {}
