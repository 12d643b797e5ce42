/// Tests of the pictures.
@NullMarked
package fallline.figure;

import org.jspecify.annotations.NullMarked;
