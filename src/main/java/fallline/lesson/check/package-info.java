/// Walks through a lesson with its own solutions.
@NullMarked
package fallline.lesson.check;

import org.jspecify.annotations.NullMarked;
