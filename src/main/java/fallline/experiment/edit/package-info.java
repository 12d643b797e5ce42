/// What hands can change in an experiment, as pure functions.
@NullMarked
package fallline.experiment.edit;

import org.jspecify.annotations.NullMarked;
