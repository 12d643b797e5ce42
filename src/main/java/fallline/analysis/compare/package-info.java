/// Where two runs part.
@NullMarked
package fallline.analysis.compare;

import org.jspecify.annotations.NullMarked;
