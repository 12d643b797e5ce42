/// Maps whose cells are runs.
@NullMarked
package fallline.figure.map;

import org.jspecify.annotations.NullMarked;
