/// What is on the screen survives the end of the window.
@NullMarked
package fallline.app.recovery;

import org.jspecify.annotations.NullMarked;
