/// Dense linear algebra: norms, solutions, eigenvalues. Each in one fixed order of operations, so that traces
/// keep their bits.
@NullMarked
package fallline.algebra;

import org.jspecify.annotations.NullMarked;
