/// Answers computed from experiments: planes through the space of parameters, critical points, gradient checks.
@NullMarked
package fallline.analysis;

import org.jspecify.annotations.NullMarked;
