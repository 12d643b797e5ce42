/// Optimizers that a rule's text describes: read, interpreted, compiled, printed.
@NullMarked
package fallline.optimizer.rule;

import org.jspecify.annotations.NullMarked;
