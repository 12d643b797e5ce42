/// One step of a run, stage by stage.
@NullMarked
package fallline.analysis.stage;

import org.jspecify.annotations.NullMarked;
