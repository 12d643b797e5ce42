/// A class's answers as a table.
@NullMarked
package fallline.lesson.grade;

import org.jspecify.annotations.NullMarked;
