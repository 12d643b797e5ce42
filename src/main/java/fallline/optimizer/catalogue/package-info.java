/// The optimizers that can be chosen.
@NullMarked
package fallline.optimizer.catalogue;

import org.jspecify.annotations.NullMarked;
