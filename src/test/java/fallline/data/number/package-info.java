@NullMarked
package fallline.data.number;

import org.jspecify.annotations.NullMarked;
