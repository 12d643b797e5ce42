/// The convergence pane: J and the gradient's norm against the step.
@NullMarked
package fallline.app.convergence;

import org.jspecify.annotations.NullMarked;
