/// How the learning rate changes with the step.
@NullMarked
package fallline.optimizer.schedule;

import org.jspecify.annotations.NullMarked;
