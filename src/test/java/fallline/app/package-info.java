/// Tests of the window, on a screen that does not exist.
@NullMarked
package fallline.app;

import org.jspecify.annotations.NullMarked;
