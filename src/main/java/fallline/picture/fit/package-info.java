/// Composes the fit view.
@NullMarked
package fallline.picture.fit;

import org.jspecify.annotations.NullMarked;
