/// Sums over the rows of data, the same bits on every machine, however they are carried out.
@NullMarked
package fallline.objective.kernel;

import org.jspecify.annotations.NullMarked;
