package fallline.app.lesson;

import java.nio.file.Path;
import java.util.Optional;

/// What came of reading a lesson's file.
///
/// @param lesson empty if it cannot be read
/// @param mistake what is wrong, where, and what helps; empty if nothing is
record ReadLesson(Path file, Optional<Edition> lesson, String mistake) {}
