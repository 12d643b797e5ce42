/// What is to be solved: the choice of a problem, the typed formula, and what the problem looks like in mathematics.
@NullMarked
package fallline.app.problem;

import org.jspecify.annotations.NullMarked;
