/// Optimizers that are written in Java: Newton, L-BFGS, conjugate gradients, and their line searches.
@NullMarked
package fallline.optimizer.method;

import org.jspecify.annotations.NullMarked;
