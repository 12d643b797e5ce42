/// Tests of what views are composed of.
@NullMarked
package fallline.figure.compose;

import org.jspecify.annotations.NullMarked;
