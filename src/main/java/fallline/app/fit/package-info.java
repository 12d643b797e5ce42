/// The fit pane: data and model, or J along the step.
@NullMarked
package fallline.app.fit;

import org.jspecify.annotations.NullMarked;
