/// The buttons at the right of the toolbar: history, files, more.
@NullMarked
package fallline.app.toolbar;

import org.jspecify.annotations.NullMarked;
