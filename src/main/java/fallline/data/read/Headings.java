package fallline.data.read;

import fallline.data.layout.Sentences;
import fallline.data.read.Finding.Kind;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names of columns, made unique; time grows with their number only.
///
/// @param names one a column
/// @param changed what was changed, and why
record Headings(List<String> names, List<Finding> changed) {
    /// @param given as they stand in the file; empty where there is no header
    /// @param columns how many columns there are
    static Headings of(List<String> given, int columns) {
        List<String> names = new ArrayList<>(columns);
        List<Finding> changed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < columns; i++) {
            String heading = given.isEmpty() ? "" : name(given.get(i));
            String chosen = heading.isEmpty() ? "c" + (i + 1) : heading;
            String wanted = chosen;
            int number = last.getOrDefault(wanted, 1);
            while (!taken.add(chosen)) {
                number++;
                chosen = wanted + " (" + number + ")";
            }
            last.put(wanted, number);
            names.add(chosen);
            if (!given.isEmpty() && !chosen.equals(heading)) {
                String why = heading.isEmpty() ? "has no name" : "is named " + Sentences.quote(heading) + " again";
                String sentence = "Column " + (i + 1) + " " + why + ": it is called " + Quote.of(chosen) + " here.";
                changed.add(new Finding(Kind.RENAMED, 0, chosen, heading, sentence));
            }
        }
        return new Headings(names, changed);
    }

    /// A name with single blanks; as it was exported, if an apostrophe guards it.
    private static String name(String cell) {
        String bare = FormulaGuard.off(cell);
        return bare.length() < cell.length() ? bare : cell.strip().replaceAll("\\s+", " ");
    }
}
