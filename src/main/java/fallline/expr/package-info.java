/// The formula language: text to syntax tree, derivatives, printing, evaluation.
@NullMarked
package fallline.expr;

import org.jspecify.annotations.NullMarked;
