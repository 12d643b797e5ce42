/// Lessons in the left column: their list, their steps, their tasks; and what helps a teacher to make one.
@NullMarked
package fallline.app.lesson;

import org.jspecify.annotations.NullMarked;
