/// The experiments that come with the program, in the menu and by name.
@NullMarked
package fallline.app.example;

import org.jspecify.annotations.NullMarked;
