/// From a recipe to its trace: steps, checkpoints, measurements, replay, verdict.
@NullMarked
package fallline.experiment.run;

import org.jspecify.annotations.NullMarked;
