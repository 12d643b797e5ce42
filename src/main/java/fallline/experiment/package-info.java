/// Experiments as data: a problem, a start, runs and their recipes.
@NullMarked
package fallline.experiment;

import org.jspecify.annotations.NullMarked;
