/// Tests of the exports.
@NullMarked
package fallline.export.film;

import org.jspecify.annotations.NullMarked;
