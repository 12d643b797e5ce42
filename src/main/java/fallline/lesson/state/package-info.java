/// What the engine knows of an experiment, by name, and the scripts that change one.
@NullMarked
package fallline.lesson.state;

import org.jspecify.annotations.NullMarked;
