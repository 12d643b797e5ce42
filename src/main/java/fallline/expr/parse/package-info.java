/// From text to a formula.
@NullMarked
package fallline.expr.parse;

import org.jspecify.annotations.NullMarked;
