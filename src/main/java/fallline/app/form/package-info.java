/// Forms of sheets: captions with their sentences, and controls that tell at once what was chosen.
@NullMarked
package fallline.app.form;

import org.jspecify.annotations.NullMarked;
