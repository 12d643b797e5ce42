/// From an experiment to its figures: what each pane shows of a scene.
@NullMarked
package fallline.figure.compose;

import org.jspecify.annotations.NullMarked;
