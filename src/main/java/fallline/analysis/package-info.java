/// Answers computed from experiments: closed forms, planes, critical points, gradient checks.
@NullMarked
package fallline.analysis;

import org.jspecify.annotations.NullMarked;
