/// Experiments as one line of text that people send each other.
@NullMarked
package fallline.file.share;

import org.jspecify.annotations.NullMarked;
