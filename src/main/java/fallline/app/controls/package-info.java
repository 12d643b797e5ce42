/// Small controls that several features share: number fields, sliders with a scale, tips.
@NullMarked
package fallline.app.controls;

import org.jspecify.annotations.NullMarked;
