/// Thousands of runs that differ in start and settings, side by side, with the bits of each run by itself.
@NullMarked
package fallline.experiment.ensemble;

import org.jspecify.annotations.NullMarked;
