/// What is minimised: value, gradient and Hessian-vector products of formulas and of models on data.
@NullMarked
package fallline.objective;

import org.jspecify.annotations.NullMarked;
