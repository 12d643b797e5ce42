/// Tests of numbers that views need.
@NullMarked
package fallline.analysis;

import org.jspecify.annotations.NullMarked;
