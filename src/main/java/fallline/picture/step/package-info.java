/// Composes the panel of the present step.
@NullMarked
package fallline.picture.step;

import org.jspecify.annotations.NullMarked;
