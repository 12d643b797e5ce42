package fallline.lesson.read;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.Fact;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a step says, field by field, before it is understood.
final class StepFacts {
    private final CardLine line;
    private final String name;
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();

    /// @param line where the step begins
    StepFacts(CardLine line, String name) {
        this.line = line;
        this.name = name;
    }

    CardLine line() {
        return line;
    }

    String name() {
        return name;
    }

    /// @param known the fields that there are
    /// @param repeated those that may be said more than once
    void add(Fact fact, List<String> known, Set<String> repeated) throws CardException {
        List<Fact> same = facts.computeIfAbsent(fact.key(), _ -> new ArrayList<>());
        if (!same.isEmpty() && !repeated.contains(fact.key())) {
            throw fact.line()
                    .mistake(
                            Quote.shortened(fact.key()) + " is said twice, first in line "
                                    + same.getFirst().line().number(),
                            known.contains("do") ? "take one out, or begin another step" : "take one out",
                            0,
                            fact.key().length());
        }
        same.add(fact);
    }

    Optional<Fact> find(String key) {
        return all(key).stream().findFirst();
    }

    List<Fact> all(String key) {
        return facts.getOrDefault(key, List.of());
    }

    String value(String key) {
        return find(key).map(Fact::value).orElse("");
    }

    /// The fields in the order in which they were first said.
    Set<String> keys() {
        return facts.keySet();
    }
}
