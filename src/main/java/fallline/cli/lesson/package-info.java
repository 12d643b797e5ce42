/// `fallline lesson`.
@NullMarked
package fallline.cli.lesson;

import org.jspecify.annotations.NullMarked;
