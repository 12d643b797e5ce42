/// Pictures and tables written to files.
@NullMarked
package fallline.export;

import org.jspecify.annotations.NullMarked;
