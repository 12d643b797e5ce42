/// A file system that goes wrong when it is told to.
@NullMarked
package fallline.io.fault;

import org.jspecify.annotations.NullMarked;
