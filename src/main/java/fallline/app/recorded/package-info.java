/// Paths that were computed elsewhere, and where two runs part.
@NullMarked
package fallline.app.recorded;

import org.jspecify.annotations.NullMarked;
