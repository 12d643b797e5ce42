/// Composes whole pages.
@NullMarked
package fallline.picture.page;

import org.jspecify.annotations.NullMarked;
