/// The experiment file and the preferences.
@NullMarked
package fallline.file;

import org.jspecify.annotations.NullMarked;
