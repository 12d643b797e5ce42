/// Experiments, their runs and traces, and the workbench that holds the current one.
@NullMarked
package fallline.experiment;

import org.jspecify.annotations.NullMarked;
