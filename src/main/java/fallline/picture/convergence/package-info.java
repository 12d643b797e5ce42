/// Composes the convergence view.
@NullMarked
package fallline.picture.convergence;

import org.jspecify.annotations.NullMarked;
