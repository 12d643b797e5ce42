/// The list of an experiment's runs.
@NullMarked
package fallline.app.runs;

import org.jspecify.annotations.NullMarked;
