/// What an audience can foretell of a run, and what the engine says to it.
@NullMarked
package fallline.analysis.predict;

import org.jspecify.annotations.NullMarked;
