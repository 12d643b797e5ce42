/// How numbers become digits for people to read.
@NullMarked
package fallline.number;

import org.jspecify.annotations.NullMarked;
