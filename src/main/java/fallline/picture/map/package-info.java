/// Maps of runs: which runs a scene asks for, and how their ends are painted.
@NullMarked
package fallline.picture.map;

import org.jspecify.annotations.NullMarked;
