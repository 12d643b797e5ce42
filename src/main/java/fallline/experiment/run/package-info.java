/// From a recipe to its trace: steps, checkpoints, measurements, replay.
@NullMarked
package fallline.experiment.run;

import org.jspecify.annotations.NullMarked;
