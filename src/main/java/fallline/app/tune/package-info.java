/// Tuning and racing, and the learning-rate finder: two sheets over the window.
@NullMarked
package fallline.app.tune;

import org.jspecify.annotations.NullMarked;
