/// The editor of update rules: the user's own optimizers as text.
@NullMarked
package fallline.app.rule;

import org.jspecify.annotations.NullMarked;
