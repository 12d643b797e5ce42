/// How fast the window is there, and what it costs.
@NullMarked
package fallline.bench.start;

import org.jspecify.annotations.NullMarked;
