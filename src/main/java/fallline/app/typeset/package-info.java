/// Formulas that are set in type, as pictures with a menu that copies them.
@NullMarked
package fallline.app.typeset;

import org.jspecify.annotations.NullMarked;
