@NullMarked
package fallline.analysis.map;

import org.jspecify.annotations.NullMarked;
