/// Data sets: reading CSV, the built-in sets, columns and labels.
@NullMarked
package fallline.data;

import org.jspecify.annotations.NullMarked;
