/// The badge that says how well the gradient agrees with differences of J.
@NullMarked
package fallline.app.gradient;

import org.jspecify.annotations.NullMarked;
