/// What surrounds the panes.
@NullMarked
package fallline.app.shell;

import org.jspecify.annotations.NullMarked;
