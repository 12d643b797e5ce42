/// Help inside the window: what a view shows, what terms mean, the guide in a browser, the hints of the first start.
@NullMarked
package fallline.app.help;

import org.jspecify.annotations.NullMarked;
