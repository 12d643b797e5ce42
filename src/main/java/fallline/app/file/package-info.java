/// Opening and saving experiments, and what is dropped onto the window.
@NullMarked
package fallline.app.file;

import org.jspecify.annotations.NullMarked;
