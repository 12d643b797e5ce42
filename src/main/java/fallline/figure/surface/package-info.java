/// A function of two variables seen from above.
@NullMarked
package fallline.figure.surface;

import org.jspecify.annotations.NullMarked;
