/// Runs repeated with other seeds: what of them varies, their quartiles, and where they end.
@NullMarked
package fallline.analysis.repeat;

import org.jspecify.annotations.NullMarked;
