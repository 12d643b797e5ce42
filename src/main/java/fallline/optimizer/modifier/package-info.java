/// What is done to a gradient before the rule sees it.
@NullMarked
package fallline.optimizer.modifier;

import org.jspecify.annotations.NullMarked;
