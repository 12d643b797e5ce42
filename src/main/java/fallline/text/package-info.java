/// What somebody else wrote (names, cells, paths), made fit to be repeated: in messages, on a terminal, in pictures.
@NullMarked
package fallline.text;

import org.jspecify.annotations.NullMarked;
