/// Composes the loss view.
@NullMarked
package fallline.picture.loss;

import org.jspecify.annotations.NullMarked;
