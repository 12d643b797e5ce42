/// The loss as a tone, from the loudspeakers.
@NullMarked
package fallline.app.sound;

import org.jspecify.annotations.NullMarked;
