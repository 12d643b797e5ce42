/// The guide: pages of Markdown that travel with the program, read by section in the window and as HTML in a browser.
@NullMarked
package fallline.guide;

import org.jspecify.annotations.NullMarked;
