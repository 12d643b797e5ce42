/// Maps of runs: every cell is a run, and the map says how it ended.
@NullMarked
package fallline.analysis.map;

import org.jspecify.annotations.NullMarked;
