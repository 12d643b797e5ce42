/// How single looks of a view stand in a file.
@NullMarked
package fallline.file.codec.look;

import org.jspecify.annotations.NullMarked;
