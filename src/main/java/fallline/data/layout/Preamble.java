package fallline.data.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first lines of a text as they stand, before anything is cut into cells.
///
/// @param lines the lines, without their ends
/// @param offsets where each begins; one more for where the last ends
record Preamble(List<String> lines, List<Integer> offsets) {
    private static final int SAMPLE = 1 << 18;
    private static final int MOST_LINES = 1_000;
    private static final String RULE_SIGNS = "-=|+: \t";
    private static final Pattern RULE = Pattern.compile("---|===|\\|[ \t]*+:?+-++:?+[ \t]*+\\|");

    static Preamble of(TableText text) {
        byte[] bytes = text.utf8();
        int limit = (int) Math.min(bytes.length, (long) text.from() + SAMPLE);
        List<String> lines = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        int at = text.from();
        while (at < bytes.length && lines.size() < MOST_LINES) {
            int end = at;
            while (end < limit && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (end == limit && limit < bytes.length) {
                if (!lines.isEmpty()) {
                    break;
                }
                limit = bytes.length; // a first line that is longer than the sample
                continue;
            }
            offsets.add(at);
            lines.add(new String(bytes, at, end - at, StandardCharsets.UTF_8));
            at = end >= bytes.length
                    ? end
                    : end + (bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n' ? 2 : 1);
        }
        offsets.add(at);
        return new Preamble(lines, offsets);
    }

    /// Where the sample ends in the text.
    int end() {
        return offsets.getLast();
    }

    /// What a first line `sep=;` names.
    Optional<Character> separatorLine() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String first = lines.getFirst().strip().replace("\"", "");
        boolean said = first.regionMatches(true, 0, "sep=", 0, 4) && first.length() <= 5;
        if (!said) {
            return Optional.empty();
        }
        return first.length() == 5 ? Optional.of(first.charAt(4)) : Optional.of('\t'); // a tab at the end was stripped
    }

    /// Lines of nothing but dashes, pipes and plus signs: rules of a table in Markdown or of a terminal.
    List<Integer> rules() {
        List<Integer> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && isRule(lines.get(i).strip())) {
                rules.add(i + 1);
            }
        }
        return rules;
    }

    private static boolean isRule(String line) {
        return line.chars().allMatch(sign -> RULE_SIGNS.indexOf(sign) >= 0)
                && RULE.matcher(line).find();
    }

    /// The signs, of `#` and `%`, that begin lines of comment.
    String comments() {
        StringBuilder signs = new StringBuilder();
        for (char sign : new char[] {'#', '%'}) {
            int with = 0;
            int without = 0;
            for (String line : lines) {
                String text = line.strip();
                boolean behind = text.indexOf(" " + sign + " ") > 0; // a remark behind a row of aligned text
                with += behind || (!text.isEmpty() && text.charAt(0) == sign) ? 1 : 0;
                without += !text.isEmpty() && text.charAt(0) != sign ? 1 : 0;
            }
            if (with > 0 && (without >= 2 || without > with)) {
                signs.append(sign);
            }
        }
        return signs.toString();
    }
}
