/// Objectives from formulas: typed ones, and the cards of the function catalogue.
@NullMarked
package fallline.objective.formula;

import org.jspecify.annotations.NullMarked;
