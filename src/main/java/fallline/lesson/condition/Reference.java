package fallline.lesson.condition;

import fallline.lesson.state.At;
import fallline.lesson.state.Known;
import fallline.lesson.state.WordName;
import java.util.Optional;

/// What a name in a quantity stands for.
sealed interface Reference {
    /// Its number; NaN where it is not known.
    double value(Known known);

    /// A number of the engine.
    record Asked(String name, At at, Optional<String> run) implements Reference {
        @Override
        public double value(Known known) {
            return known.number(name, at, run);
        }
    }

    /// Whether a word is (or is not) another: 1 or 0, and NaN while the word is not known.
    record Test(WordName name, Optional<String> run, boolean equal, String word) implements Reference {
        @Override
        public double value(Known known) {
            return known.word(name, run)
                    .map(found -> found.equals(word) == equal ? 1.0 : 0.0)
                    .orElse(Double.NaN);
        }
    }
}
