/// Settings found by trial: every optimizer gets as many as every other, and a learning rate is swept up over one run.
@NullMarked
package fallline.analysis.tune;

import org.jspecify.annotations.NullMarked;
