/// Second-order facts of an objective at a point: Hessian, eigenvalues, stability limits.
@NullMarked
package fallline.curvature;

import org.jspecify.annotations.NullMarked;
