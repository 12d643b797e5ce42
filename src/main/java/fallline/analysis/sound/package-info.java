/// The loss as a tone: numbers in, samples out; nothing here knows of loudspeakers.
@NullMarked
package fallline.analysis.sound;

import org.jspecify.annotations.NullMarked;
