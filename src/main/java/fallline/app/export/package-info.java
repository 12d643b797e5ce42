/// Pictures and tables of what the window shows, as files and on the clipboard.
@NullMarked
package fallline.app.export;

import org.jspecify.annotations.NullMarked;
