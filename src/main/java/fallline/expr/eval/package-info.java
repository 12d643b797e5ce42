/// Formulas as straight-line programs, and the reference evaluators of value, gradient and Hessian products.
@NullMarked
package fallline.expr.eval;

import org.jspecify.annotations.NullMarked;
