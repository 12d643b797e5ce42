/// The loss pane: the surface with the paths, and the gestures on it.
@NullMarked
package fallline.app.loss;

import org.jspecify.annotations.NullMarked;
