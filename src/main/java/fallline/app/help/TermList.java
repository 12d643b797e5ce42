package fallline.app.help;

import fallline.app.controls.Term;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// All terms of the field with their sentences.
final class TermList extends GridPane {
    private static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");

    private final Map<Term, Label> words = new EnumMap<>(Term.class);

    TermList() {
        getStyleClass().add("help-table");
        int row = 0;
        List<Term> terms = Term.glossary().stream()
                .sorted(Comparator.comparing(Term::word, String.CASE_INSENSITIVE_ORDER))
                .toList();
        for (Term term : terms) {
            Label word = new Label(term.word());
            word.getStyleClass().add("help-mark");
            word.setMinWidth(Region.USE_PREF_SIZE);
            Label sentence = new Label(term.sentence());
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setHgrow(sentence, Priority.ALWAYS);
            GridPane.setValignment(word, VPos.TOP);
            words.put(term, word);
            addRow(row++, word, sentence);
        }
    }

    /// Marks a term; its word.
    Optional<Label> mark(Term term) {
        Optional<Label> word = Optional.ofNullable(words.get(term));
        word.ifPresent(label -> label.pseudoClassStateChanged(MEANT, true));
        return word;
    }
}
