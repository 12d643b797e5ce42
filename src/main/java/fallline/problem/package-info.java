/// What is to be solved: the description, the objective that it leads to, and what is worth a word about its data.
@NullMarked
package fallline.problem;

import org.jspecify.annotations.NullMarked;
