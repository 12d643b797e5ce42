/// The built-in data sets with their small pictures.
@NullMarked
package fallline.app.gallery;

import org.jspecify.annotations.NullMarked;
