/// The menus of the window, made of its commands: a bar where there is room, one button where there is not.
@NullMarked
package fallline.app.menu;

import org.jspecify.annotations.NullMarked;
