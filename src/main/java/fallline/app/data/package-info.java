/// The data of a model: built-in sets, CSV files, and the columns that the model reads.
@NullMarked
package fallline.app.data;

import org.jspecify.annotations.NullMarked;
