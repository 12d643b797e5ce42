/// Says whether a task is solved.
@NullMarked
package fallline.lesson.mark;

import org.jspecify.annotations.NullMarked;
