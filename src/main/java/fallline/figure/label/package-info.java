/// Words and signs on plots, and where they find room.
@NullMarked
package fallline.figure.label;

import org.jspecify.annotations.NullMarked;
