/// What every feature of the window works with.
@NullMarked
package fallline.app.desk;

import org.jspecify.annotations.NullMarked;
