/// Files that are written whole or not at all.
@NullMarked
package fallline.io;

import org.jspecify.annotations.NullMarked;
