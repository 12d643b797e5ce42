package fallline.data.layout;

import fallline.data.layout.Decision.About;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The head of an ARFF file (Weka): `@relation`, `@attribute name type`, `@data`.
final class ArffHeader {
    private static final String ATTRIBUTE = "@attribute";

    /// What a line `@attribute` says.
    ///
    /// @param name as written, in its quotes if it has any
    private record Attribute(String name, String type) {}

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
            } else if (seen && small.startsWith(ATTRIBUTE)) {
                int number = i + 1;
                Attribute attribute = attribute(line.substring(ATTRIBUTE.length()))
                        .orElseThrow(() -> new ReadException(
                                "Line " + number + " is no ARFF attribute: write '@attribute name numeric'."));
                types.put(names.size(), type(attribute.type.toLowerCase(Locale.ROOT)));
                names.add(unquoted(attribute.name));
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

    /// Reads ` name type`, ` 'a name' {a, b}`, once from left to right.
    private static Optional<Attribute> attribute(String text) {
        String rest = text.stripLeading();
        if (rest.isEmpty() || rest.length() == text.length()) {
            return Optional.empty();
        }
        char quote = rest.charAt(0);
        int end = quote == '\'' || quote == '"' ? behindQuote(rest, quote) : behindWord(rest);
        String type = rest.substring(end).strip();
        boolean apart = end < rest.length() && (rest.charAt(end) == '{' || Character.isWhitespace(rest.charAt(end)));
        return end > 0 && apart && !type.isEmpty()
                ? Optional.of(new Attribute(rest.substring(0, end), type))
                : Optional.empty();
    }

    /// @return 0 if the quote is not closed
    private static int behindQuote(String text, char quote) {
        for (int at = 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            }
        }
        return 0;
    }

    private static int behindWord(String text) {
        int end = 1;
        while (end < text.length() && text.charAt(end) != '{' && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
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
