/// The lessons that come with the program.
@NullMarked
package fallline.lesson.course;

import org.jspecify.annotations.NullMarked;
