/// The command line.
@NullMarked
package fallline.cli;

import org.jspecify.annotations.NullMarked;
