/// Colours, type, numbers and strokes: what every figure paints with.
@NullMarked
package fallline.figure.paint;

import org.jspecify.annotations.NullMarked;
