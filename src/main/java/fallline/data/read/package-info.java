/// From the bytes of a table to its columns: encoding, layout, cells, and what was decided on the way.
@NullMarked
package fallline.data.read;

import org.jspecify.annotations.NullMarked;
