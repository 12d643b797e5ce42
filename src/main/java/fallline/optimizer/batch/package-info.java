/// Which rows a step's gradient is taken over.
@NullMarked
package fallline.optimizer.batch;

import org.jspecify.annotations.NullMarked;
