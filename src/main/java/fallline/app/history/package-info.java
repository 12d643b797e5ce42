/// The list of all edits, each by its name.
@NullMarked
package fallline.app.history;

import org.jspecify.annotations.NullMarked;
