/// Tests of the exports.
@NullMarked
package fallline.export;

import org.jspecify.annotations.NullMarked;
