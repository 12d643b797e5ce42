/// Pictures of what tuning found: how much the rate matters, and J along a swept rate.
@NullMarked
package fallline.picture.tune;

import org.jspecify.annotations.NullMarked;
