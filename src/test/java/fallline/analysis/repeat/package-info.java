/// Tests of repeats against single runs and numpy.
@NullMarked
package fallline.analysis.repeat;

import org.jspecify.annotations.NullMarked;
