/// Parts of the view in the experiment file.
@NullMarked
package fallline.file.codec.look;

import org.jspecify.annotations.NullMarked;
