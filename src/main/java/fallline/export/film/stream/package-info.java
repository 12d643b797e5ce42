/// Pixels as streams of bytes: GIF, APNG and MP4, frame by frame. Knows nothing of films.
@NullMarked
package fallline.export.film.stream;

import org.jspecify.annotations.NullMarked;
