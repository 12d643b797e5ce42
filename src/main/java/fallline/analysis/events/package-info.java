/// What happened along a run that is worth a look: where to jump, and what to say there.
@NullMarked
package fallline.analysis.events;

import org.jspecify.annotations.NullMarked;
