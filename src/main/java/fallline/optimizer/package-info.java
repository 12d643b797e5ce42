/// Update rules and what feeds them: hyperparameters, schedules, batching.
@NullMarked
package fallline.optimizer;

import org.jspecify.annotations.NullMarked;
