/// Benchmarks: `mvn -Pbench` prints every budget beside what it measures.
@NullMarked
package fallline.bench;

import org.jspecify.annotations.NullMarked;
