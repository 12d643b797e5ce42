/// Formulas of what is on the screen, copied as LaTeX or as text.
@NullMarked
package fallline.app.formula;

import org.jspecify.annotations.NullMarked;
