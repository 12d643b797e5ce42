/// Tests of planes, directions and grids against closed forms.
@NullMarked
package fallline.analysis;

import org.jspecify.annotations.NullMarked;
