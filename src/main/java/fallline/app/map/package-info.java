/// The sweep map: its pane, what the mouse does on it, and the choice of its axes.
@NullMarked
package fallline.app.map;

import org.jspecify.annotations.NullMarked;
