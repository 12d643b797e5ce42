/// Pictures of Java2D on the screen.
@NullMarked
package fallline.app.paint;

import org.jspecify.annotations.NullMarked;
