/// The panes in which views stand.
@NullMarked
package fallline.app.pane;

import org.jspecify.annotations.NullMarked;
