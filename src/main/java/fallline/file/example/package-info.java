/// The experiments that come with the program.
@NullMarked
package fallline.file.example;

import org.jspecify.annotations.NullMarked;
