/// Finding and checking the suggested learning rates of the function catalogue: `mvn -Pcatalogue`.
@NullMarked
package fallline.catalogue;

import org.jspecify.annotations.NullMarked;
