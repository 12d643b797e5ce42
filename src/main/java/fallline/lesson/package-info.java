/// Lessons as data: steps, tasks, and what a lesson says. docs/lessons.md describes the format.
@NullMarked
package fallline.lesson;

import org.jspecify.annotations.NullMarked;
