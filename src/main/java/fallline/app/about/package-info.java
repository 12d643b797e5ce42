/// What this application is, and the licences of its parts.
@NullMarked
package fallline.app.about;

import org.jspecify.annotations.NullMarked;
