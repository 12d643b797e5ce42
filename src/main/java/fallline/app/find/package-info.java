/// Finding by typing: which of many names are meant, the likeliest first, and the box in which they are found.
@NullMarked
package fallline.app.find;

import org.jspecify.annotations.NullMarked;
