/// The experiment on a stage: few panes, large, for a class.
@NullMarked
package fallline.app.present;

import org.jspecify.annotations.NullMarked;
