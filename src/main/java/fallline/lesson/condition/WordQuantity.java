package fallline.lesson.condition;

import fallline.card.CardLine;
import fallline.lesson.state.Known;
import fallline.lesson.state.WordName;
import java.util.Optional;

/// A word that the engine knows: `verdict`, `optimizer of Adam`.
public record WordQuantity(WordName name, Optional<String> run) {
    /// The one that stands in a part of a line, if nothing else stands there.
    public static Optional<WordQuantity> parse(CardLine line, int begin, int end) {
        return References.word(line, begin, end).map(word -> new WordQuantity(word.name(), word.run()));
    }

    /// The word; `not known yet` while it is not.
    public String word(Known known) {
        return known.word(name, run).orElse("not known yet");
    }
}
