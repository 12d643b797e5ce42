/// From a scene to figures: what all views share.
@NullMarked
package fallline.picture;

import org.jspecify.annotations.NullMarked;
