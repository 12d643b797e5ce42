/// Formulas changed by rule: derivatives, simplification, and where a derivative may fail to exist.
@NullMarked
package fallline.expr.algebra;

import org.jspecify.annotations.NullMarked;
