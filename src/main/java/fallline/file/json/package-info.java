/// JSON values that know their place in the file.
@NullMarked
package fallline.file.json;

import org.jspecify.annotations.NullMarked;
