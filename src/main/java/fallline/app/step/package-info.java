/// The numbers of a step: typeset for the playhead, and as a table for all steps.
@NullMarked
package fallline.app.step;

import org.jspecify.annotations.NullMarked;
