/// Pictures, painted on Graphics2D.
@NullMarked
package fallline.figure;

import org.jspecify.annotations.NullMarked;
