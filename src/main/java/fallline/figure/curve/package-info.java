/// Figures of one quantity along an axis.
@NullMarked
package fallline.figure.curve;

import org.jspecify.annotations.NullMarked;
