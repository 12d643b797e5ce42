/// The tables of the curves.
@NullMarked
package fallline.app.curves;

import org.jspecify.annotations.NullMarked;
