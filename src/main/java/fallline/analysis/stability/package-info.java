/// How sharp the ground is along a run, and what every direction of a bowl still holds.
@NullMarked
package fallline.analysis.stability;

import org.jspecify.annotations.NullMarked;
