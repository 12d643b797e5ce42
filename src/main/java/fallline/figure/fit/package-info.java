/// Data and what models make of them.
@NullMarked
package fallline.figure.fit;

import org.jspecify.annotations.NullMarked;
