/// Writes films: GIF, APNG and MP4.
@NullMarked
package fallline.export.film;

import org.jspecify.annotations.NullMarked;
