/// The window.
@NullMarked
package fallline.app;

import org.jspecify.annotations.NullMarked;
