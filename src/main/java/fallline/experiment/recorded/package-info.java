/// Reads paths that were computed elsewhere.
@NullMarked
package fallline.experiment.recorded;

import org.jspecify.annotations.NullMarked;
