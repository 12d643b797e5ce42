/// The settings of the chosen run, and of the experiment around it: controls generated from the optimizer's rule.
@NullMarked
package fallline.app.settings;

import org.jspecify.annotations.NullMarked;
