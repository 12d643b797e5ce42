package fallline.data.layout;

import fallline.data.layout.Decision.About;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The head of an ARFF file (Weka): `@relation`, `@attribute name type`, `@data`.
final class ArffHeader {
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?i)@attribute\\s+('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\S+?)\\s*(\\{.*|\\s\\S.*)");

    private ArffHeader() {}

    /// The layout that the head describes; empty if the text has no such head.
    ///
    /// @throws ReadException if the head is damaged
    static Optional<Layout> find(Preamble preamble) {
        List<String> names = new ArrayList<>();
        Map<Integer, ColumnType> types = new HashMap<>();
        boolean seen = false;
        for (int i = 0; i < preamble.lines().size(); i++) {
            String line = preamble.lines().get(i).strip();
            String small = line.toLowerCase(Locale.ROOT);
            if (line.isEmpty() || line.startsWith("%")) {
                continue;
            }
            if (small.startsWith("@relation")) {
                seen = true;
            } else if (seen && small.startsWith("@attribute")) {
                Matcher matcher = ATTRIBUTE.matcher(line);
                if (!matcher.matches()) {
                    throw new ReadException(
                            "Line " + (i + 1) + " is no ARFF attribute: write '@attribute name numeric'.");
                }
                types.put(names.size(), type(matcher.group(2).strip().toLowerCase(Locale.ROOT)));
                names.add(unquoted(matcher.group(1)));
            } else if (seen && small.startsWith("@data")) {
                return names.isEmpty() ? Optional.empty() : Optional.of(layout(preamble, i, names, types));
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Layout layout(Preamble preamble, int data, List<String> names, Map<Integer, ColumnType> types) {
        if (data + 1 < preamble.lines().size() && preamble.lines().get(data + 1).startsWith("{")) {
            throw new ReadException("Line " + (data + 2)
                    + " is a sparse ARFF row, which cannot be read: save the table with all its values.");
        }
        var decision =
                new Decision(About.HEADER, false, "It is an ARFF file: names and types stand in its lines @attribute.");
        return new Layout(
                "ARFF file",
                new Format(',', "%", true, new int[0]),
                names.size(),
                names,
                data + 1,
                preamble.offsets().get(data + 1),
                data + 2,
                List.of(),
                types,
                List.of(decision));
    }

    private static ColumnType type(String text) {
        if (text.startsWith("numeric") || text.startsWith("real") || text.startsWith("integer")) {
            return ColumnType.NUMBER;
        }
        return text.startsWith("date") ? ColumnType.DATE : ColumnType.WORDS;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && (name.charAt(0) == '\'' || name.charAt(0) == '"');
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }
}
