/// Fair tuning on the command line.
@NullMarked
package fallline.cli.tune;

import org.jspecify.annotations.NullMarked;
