/// Step, play and scrub through the recorded runs.
@NullMarked
package fallline.app.transport;

import org.jspecify.annotations.NullMarked;
