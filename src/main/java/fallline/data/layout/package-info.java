/// How a table is written: encoding, separator, header, comments, each decision with its evidence.
@NullMarked
package fallline.data.layout;

import org.jspecify.annotations.NullMarked;
