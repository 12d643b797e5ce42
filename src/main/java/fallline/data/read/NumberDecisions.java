package fallline.data.read;

import fallline.data.layout.Decision;
import fallline.data.layout.Decision.About;
import fallline.data.number.NumberStyle;
import fallline.data.number.Numeral;
import fallline.data.number.PrintedColumn;
import fallline.data.number.StyleDecision;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was decided about the numbers of columns, told once for all columns that were decided alike.
final class NumberDecisions {
    private record Kind(NumberStyle style, NumberStyle other) {}

    private record First(String column, StyleDecision decision) {}

    private final Map<Kind, First> open = new LinkedHashMap<>();
    private final Map<Kind, List<String>> alike = new LinkedHashMap<>();
    private final Map<NumberStyle, Integer> styles = new EnumMap<>(NumberStyle.class);
    private final List<Decision> others = new ArrayList<>();

    /// @param values the numbers that the column's cells gave in that style
    void add(String name, StyleDecision decision, PrintedColumn column, List<String> text, double[] values) {
        NumberStyle style = decision.style();
        if (decision.isOpen()) {
            Kind kind = new Kind(style, decision.other().orElseThrow());
            open.putIfAbsent(kind, new First(name, decision));
            alike.computeIfAbsent(kind, _ -> new ArrayList<>()).add(name);
        }
        Optional<String> marked = first(text, values, cell -> cell.styles() != NumberStyle.ALL);
        if (marked.isPresent()) {
            styles.merge(style, 1, Integer::sum);
            if (style != NumberStyle.POINT && !decision.isOpen()) {
                others.add(new Decision(
                        About.NUMBERS,
                        false,
                        "Numbers of column " + Quote.of(name) + " have a " + style.words() + ", such as " + marked.get()
                                + "."));
            }
        }
        if (column.isPercent()) {
            first(text, values, Numeral::percent)
                    .ifPresent(cell -> others.add(new Decision(
                            About.NUMBERS,
                            true,
                            "Percents of column " + Quote.of(name) + " are read as hundredths: " + cell + " is "
                                    + Offenders.number(
                                            Numeral.of(cell).orElseThrow().value(style)) + ".")));
        }
        first(text, values, cell -> !cell.currency().isEmpty())
                .ifPresent(cell -> others.add(new Decision(
                        About.NUMBERS,
                        false,
                        "The currency in column " + Quote.of(name) + " is left out: " + cell + " is "
                                + Offenders.number(
                                        Numeral.of(cell).orElseThrow().value(style)) + ".")));
    }

    private static Optional<String> first(
            List<String> text, double[] values, java.util.function.Predicate<Numeral> which) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                Optional<Numeral> numeral = Numeral.of(text.get(row));
                if (numeral.filter(which).isPresent()) {
                    return Optional.of(text.get(row));
                }
            }
        }
        return Optional.empty();
    }

    List<Decision> all() {
        List<Decision> all = new ArrayList<>();
        open.forEach((kind, first) -> all.add(new Decision(About.NUMBERS, true, sentence(kind, first))));
        all.addAll(others);
        return all;
    }

    private String sentence(Kind kind, First first) {
        Numeral example = first.decision.example().orElseThrow();
        List<String> names = alike.getOrDefault(kind, List.of());
        String likewise =
                switch (names.size()) {
                    case 1 -> "";
                    case 2 -> "; column " + Quote.of(names.get(1)) + " likewise";
                    default -> "; " + (names.size() - 1) + " other columns likewise";
                };
        return example.text() + " in column " + Quote.of(first.column) + " is read as "
                + Offenders.number(example.value(kind.style)) + " and not as "
                + Offenders.number(example.value(kind.other)) + ", because " + first.decision.evidence() + likewise
                + ".";
    }

    /// The style that most columns with marks are read in.
    NumberStyle most() {
        return styles.entrySet().stream()
                .max(Map.Entry.<NumberStyle, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<NumberStyle, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(NumberStyle.POINT);
    }
}
