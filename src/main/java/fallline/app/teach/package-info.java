/// Slow motion, and questions to a class before the answer is seen.
@NullMarked
package fallline.app.teach;

import org.jspecify.annotations.NullMarked;
