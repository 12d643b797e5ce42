/// The experiment file; in rooms beside it what else is kept in files.
@NullMarked
package fallline.file;

import org.jspecify.annotations.NullMarked;
