/// How a run ended: one word that does not depend on units, the numbers behind it, and what mends it.
@NullMarked
package fallline.experiment.judge;

import org.jspecify.annotations.NullMarked;
