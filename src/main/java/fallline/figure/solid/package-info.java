/// A function of two variables as a solid.
@NullMarked
package fallline.figure.solid;

import org.jspecify.annotations.NullMarked;
