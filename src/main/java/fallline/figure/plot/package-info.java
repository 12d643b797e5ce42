/// Axes, scales and the rectangle that data are painted in.
@NullMarked
package fallline.figure.plot;

import org.jspecify.annotations.NullMarked;
