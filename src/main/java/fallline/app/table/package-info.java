/// The pane with all rows of the data.
@NullMarked
package fallline.app.table;

import org.jspecify.annotations.NullMarked;
