/// Tests of the loss pane, without a screen.
@NullMarked
package fallline.app.loss;

import org.jspecify.annotations.NullMarked;
