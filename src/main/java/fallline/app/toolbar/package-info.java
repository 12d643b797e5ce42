/// How buttons of the toolbar look and behave, and those for undo and redo.
@NullMarked
package fallline.app.toolbar;

import org.jspecify.annotations.NullMarked;
