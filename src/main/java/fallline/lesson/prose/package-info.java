/// Text with numbers in it that the engine fills in.
@NullMarked
package fallline.lesson.prose;

import org.jspecify.annotations.NullMarked;
