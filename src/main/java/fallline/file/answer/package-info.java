/// A student's answers as a file.
@NullMarked
package fallline.file.answer;

import org.jspecify.annotations.NullMarked;
