/// Each part of an experiment file, to and from its JSON.
@NullMarked
package fallline.file.codec;

import org.jspecify.annotations.NullMarked;
