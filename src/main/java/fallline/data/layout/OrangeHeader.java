package fallline.data.layout;

import fallline.data.layout.Decision.About;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The head of an Orange `.tab` file: names, types and flags in three lines, or `C#` and `mD#` before the names.
///
/// @param names without their prefixes
/// @param types by column
/// @param data the index of the first row of data
/// @param decision what was found
record OrangeHeader(List<String> names, Map<Integer, ColumnType> types, int data, Decision decision) {
    private static final Set<String> TYPES =
            Set.of("", "c", "continuous", "d", "discrete", "s", "string", "t", "time", "n", "numeric");
    private static final Set<String> FLAGS = Set.of("", "class", "c", "meta", "m", "ignore", "i", "weight", "w");
    private static final Set<String> LONG = Set.of("continuous", "discrete", "string", "time");
    private static final Pattern PREFIX = Pattern.compile("([cimw]?)([CDSTN]?)#(.+)");

    static Optional<OrangeHeader> find(List<SampleRow> rows) {
        return three(rows).or(() -> prefixed(rows));
    }

    private static Optional<OrangeHeader> three(List<SampleRow> rows) {
        if (rows.size() < 3) {
            return Optional.empty();
        }
        List<String> names = rows.getFirst().cells();
        List<String> types = rows.get(1).cells();
        if (!TYPES.containsAll(types) || types.size() > names.size()) {
            return Optional.empty();
        }
        boolean flags = FLAGS.containsAll(rows.get(2).cells());
        if (!flags && types.stream().noneMatch(LONG::contains)) {
            return Optional.empty();
        }
        Map<Integer, ColumnType> found = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            put(found, i, types.get(i));
        }
        for (int i = 0; flags && i < rows.get(2).cells().size(); i++) {
            if (rows.get(2).cells().get(i).startsWith("i")) {
                found.put(i, ColumnType.IGNORE);
            }
        }
        var decision = new Decision(
                About.HEADER, false, "It is an Orange table: types stand in its second line, flags in its third.");
        return Optional.of(new OrangeHeader(names, found, flags ? 3 : 2, decision));
    }

    private static Optional<OrangeHeader> prefixed(List<SampleRow> rows) {
        List<String> names = new ArrayList<>();
        Map<Integer, ColumnType> types = new HashMap<>();
        boolean any = false;
        for (String cell : rows.getFirst().cells()) {
            Matcher matcher = PREFIX.matcher(cell);
            boolean marked = matcher.matches() && !(matcher.group(1) + matcher.group(2)).isEmpty();
            if (marked) {
                any = true;
                put(
                        types,
                        names.size(),
                        switch (matcher.group(2)) {
                            case "C", "N" -> "c";
                            case "D" -> "d";
                            case "S" -> "s";
                            case "T" -> "t";
                            default -> "";
                        });
                if (matcher.group(1).equals("i")) {
                    types.put(names.size(), ColumnType.IGNORE);
                }
            }
            names.add(marked ? matcher.group(3) : cell);
        }
        var decision = new Decision(About.HEADER, false, "It is an Orange table: types stand before the names.");
        return any ? Optional.of(new OrangeHeader(names, types, 1, decision)) : Optional.empty();
    }

    private static void put(Map<Integer, ColumnType> types, int column, String type) {
        if (type.isEmpty()) {
            return;
        }
        types.put(
                column,
                switch (type.charAt(0)) {
                    case 'c', 'n' -> ColumnType.NUMBER;
                    case 't' -> ColumnType.DATE;
                    default -> ColumnType.WORDS;
                });
    }
}
