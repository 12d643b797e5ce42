/// How people print numbers, and what they print where there is none.
@NullMarked
package fallline.data.number;

import org.jspecify.annotations.NullMarked;
