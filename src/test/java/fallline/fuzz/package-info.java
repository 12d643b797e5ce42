/// Everything that reads what strangers write, fed with what nobody would write: by coverage (`mvn -Pfuzz`), and by a
/// short seeded pass in every build.
@NullMarked
package fallline.fuzz;

import org.jspecify.annotations.NullMarked;
