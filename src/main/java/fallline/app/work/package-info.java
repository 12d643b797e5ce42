/// The one door for work that is not done on the window's thread: questions, files, and what becomes of faults. Nothing
/// here knows JavaFX.
@NullMarked
package fallline.app.work;

import org.jspecify.annotations.NullMarked;
