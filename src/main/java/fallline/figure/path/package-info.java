/// The paths of runs.
@NullMarked
package fallline.figure.path;

import org.jspecify.annotations.NullMarked;
