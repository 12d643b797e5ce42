/// Experiments as Python: exact scripts, the textbook's loop, and notebooks of both.
@NullMarked
package fallline.export.python;

import org.jspecify.annotations.NullMarked;
