/// Runs that race: the finish table, and runs repeated with other seeds.
@NullMarked
package fallline.app.race;

import org.jspecify.annotations.NullMarked;
