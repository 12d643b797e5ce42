@NullMarked
package fallline.analysis.tune;

import org.jspecify.annotations.NullMarked;
