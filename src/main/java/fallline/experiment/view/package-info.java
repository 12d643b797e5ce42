/// How an experiment is looked at, as plain data.
@NullMarked
package fallline.experiment.view;

import org.jspecify.annotations.NullMarked;
