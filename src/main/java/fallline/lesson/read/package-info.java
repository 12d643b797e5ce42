/// Reads the text of a lesson.
@NullMarked
package fallline.lesson.read;

import org.jspecify.annotations.NullMarked;
