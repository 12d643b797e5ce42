/// Sheets, cards and pages of words and formulas.
@NullMarked
package fallline.figure.page;

import org.jspecify.annotations.NullMarked;
