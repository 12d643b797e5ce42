@NullMarked
package fallline.data.read;

import org.jspecify.annotations.NullMarked;
