/// Questions about a scene: asked on the thread that owns it, answered on any.
@NullMarked
package fallline.analysis.question;

import org.jspecify.annotations.NullMarked;
