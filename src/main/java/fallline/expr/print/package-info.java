/// Formulas as text, LaTeX and Python.
@NullMarked
package fallline.expr.print;

import org.jspecify.annotations.NullMarked;
