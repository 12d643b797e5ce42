/// Tests of the convergence pane, without a screen.
@NullMarked
package fallline.app.convergence;

import org.jspecify.annotations.NullMarked;
