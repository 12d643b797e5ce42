/// Whatever can be done or chosen, found by typing a part of its name.
@NullMarked
package fallline.app.palette;

import org.jspecify.annotations.NullMarked;
