/// The formula language with words, `at`, `of`, `|` and `&`: quantities and conditions.
@NullMarked
package fallline.lesson.condition;

import org.jspecify.annotations.NullMarked;
