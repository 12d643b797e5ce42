/// Experiments sent as one line of text.
@NullMarked
package fallline.app.share;

import org.jspecify.annotations.NullMarked;
