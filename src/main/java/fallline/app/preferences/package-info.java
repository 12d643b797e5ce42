/// What the user likes: the sheet, and what is remembered from session to session.
@NullMarked
package fallline.app.preferences;

import org.jspecify.annotations.NullMarked;
