package fallline.data.layout;

import fallline.data.layout.Decision.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds out where the cells of a text are: separator, comments, titles, names.
public final class LayoutFinder {
    private static final int NAMES_LOOKED_FOR = 5;

    private final TableText text;
    private final Directions directions;
    private final Preamble preamble;
    private final List<Decision> decisions = new ArrayList<>();
    private String kind = "text";

    private LayoutFinder(TableText text, Directions directions) {
        this.text = text;
        this.directions = directions;
        this.preamble = Preamble.of(text);
    }

    /// @return empty if there is no row at all
    public static Optional<Layout> find(TableText text, Directions directions) {
        return new LayoutFinder(text, directions).layout();
    }

    private Optional<Layout> layout() {
        Optional<Layout> arff = ArffHeader.find(preamble);
        if (arff.isPresent()) {
            return arff;
        }
        Optional<Character> said = preamble.separatorLine();
        Format plain = plain(said.isPresent());
        char separator = separator(said, plain);
        Format format = new Format(separator, plain.comments(), false, plain.skip());
        List<SampleRow> rows = sample(format);
        if (directions.comment().isEmpty() && !format.comments().isEmpty() && hidesRows(format, rows)) {
            format = format.withComments("");
            rows = sample(format);
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (directions.comment().isEmpty() && format.comments().isEmpty() && startsWithNumbers(rows)) {
            format = format.withComments("#%"); // a comment may still come behind the sample
        } else if (!format.comments().isEmpty()) {
            decisions.add(new Decision(
                    About.COMMENT,
                    false,
                    "Lines that begin with "
                            + String.join(" or ", format.comments().split("", -1)) + " are passed over as comments."));
        }
        Optional<OrangeHeader> orange =
                separator == '\t' && directions.header().isEmpty() ? OrangeHeader.find(rows) : Optional.empty();
        Format cut = format;
        List<SampleRow> first = rows;
        return Optional.of(orange.map(header -> orange(header, cut, first)).orElseGet(() -> text(cut, first)));
    }

    private List<SampleRow> sample(Format format) {
        List<SampleRow> rows = SampleRow.first(text, text.from(), preamble.end(), 1, format);
        return format.isBlanks() ? withWideNames(rows) : rows;
    }

    /// In aligned text names may hold single blanks: the first lines are cut at wide gaps where that gives as many
    /// cells as the last line has.
    private List<SampleRow> withWideNames(List<SampleRow> rows) {
        List<SampleRow> wide = new ArrayList<>(rows);
        int columns = rows.isEmpty() ? 0 : rows.getLast().cells().size();
        for (int i = 0; i < Math.min(NAMES_LOOKED_FOR, rows.size() - 1); i++) {
            SampleRow row = rows.get(i);
            if (row.cells().size() == columns || row.line() > preamble.lines().size()) {
                continue;
            }
            String[] cells = preamble.lines().get(row.line() - 1).strip().split("\\t+|\\s{2,}", -1);
            if (cells.length == columns) {
                wide.set(i, SampleRow.of(row.line(), row.offset(), row.next(), List.of(cells)));
            }
        }
        return wide;
    }

    /// How lines are cut, whatever parts their cells.
    private Format plain(boolean separatorLine) {
        TreeSet<Integer> skip = new TreeSet<>(directions.skip().orElse(List.of()));
        if (separatorLine) {
            skip.add(1);
        }
        List<Integer> rules = preamble.rules();
        if (!rules.isEmpty()) {
            skip.addAll(rules);
            kind = preamble.lines().get(rules.getFirst() - 1).contains("|") ? "Markdown table" : kind;
            String lines = rules.size() == 1
                    ? "Line " + rules.getFirst() + " is a rule and is"
                    : rules.size() + " lines are rules and are";
            decisions.add(new Decision(About.SKIP, false, lines + " passed over."));
        }
        String comments = directions
                .comment()
                .map(sign -> sign == 0 ? "" : sign.toString())
                .orElseGet(preamble::comments);
        return new Format(
                (char) 0,
                comments,
                false,
                skip.stream().mapToInt(Integer::intValue).toArray());
    }

    private char separator(Optional<Character> said, Format plain) {
        if (directions.separator().isPresent()) {
            return directions.separator().get();
        }
        if (said.isPresent()) {
            decisions.add(new Decision(
                    About.SEPARATOR,
                    false,
                    "Columns are parted by " + SeparatorChoice.plural(said.get()) + ", because line 1 says so."));
            return said.get();
        }
        SeparatorChoice choice = SeparatorChoice.of(text, text.from(), preamble.end(), 1, plain);
        decisions.add(choice.decision());
        return choice.separator();
    }

    /// Whether lines that look like comments are rows: of words in the first column, and as many cells as all have.
    private boolean hidesRows(Format format, List<SampleRow> rows) {
        if (rows.size() < 2 || format.separator() == 0 || format.isBlanks()) {
            return false;
        }
        SampleRow last = rows.getLast();
        if (!last.isWord(0) || !last.hasNumber()) {
            return false;
        }
        List<SampleRow> all = sample(format.withComments(""));
        return all.stream()
                .filter(row -> row.line() > rows.get(0).line()
                        && beginsComment(format, row.cells().getFirst()))
                .allMatch(row -> row.cells().size() == last.cells().size());
    }

    private static boolean beginsComment(Format format, String cell) {
        return !cell.isEmpty() && cell.charAt(0) < 0x80 && format.isComment((byte) cell.charAt(0));
    }

    private static boolean startsWithNumbers(List<SampleRow> rows) {
        return rows.getLast().isNumber(0);
    }

    private Layout orange(OrangeHeader header, Format format, List<SampleRow> rows) {
        decisions.add(header.decision());
        return new Layout(
                "Orange table",
                format,
                header.names().size(),
                header.names(),
                rows.getFirst().line(),
                header.data() < rows.size() ? rows.get(header.data()).offset() : preamble.end(),
                header.data() < rows.size()
                        ? rows.get(header.data()).line()
                        : rows.getLast().next(),
                List.of(),
                header.types(),
                decisions);
    }

    private Layout text(Format format, List<SampleRow> rows) {
        HeaderChoice choice =
                HeaderChoice.of(rows, directions.header(), directions.skip().isEmpty());
        List<String> names = new ArrayList<>();
        int headerLine = 0;
        if (choice.names().isPresent()) {
            SampleRow row = choice.names().get();
            names.addAll(row.cells());
            headerLine = row.line();
            if (choice.rowNames()) {
                names.addFirst("");
            }
        } else if (directions.header().isEmpty() && directions.skip().isEmpty()) {
            Optional<List<String>> commented = commented(format, rows.getFirst().line(), choice.columns());
            commented.ifPresent(names::addAll);
            headerLine =
                    commented.isPresent() ? lastComment(format, rows.getFirst().line()) : 0;
        }
        if (names.isEmpty() || choice.names().isPresent()) {
            decisions.addAll(choice.decisions());
        }
        boolean any = choice.data() < rows.size();
        while (!names.isEmpty() && names.size() < choice.columns()) {
            names.add("");
        }
        return new Layout(
                kind,
                format,
                choice.columns(),
                names.size() > choice.columns() ? names.subList(0, choice.columns()) : names,
                headerLine,
                any ? rows.get(choice.data()).offset() : preamble.end(),
                any ? rows.get(choice.data()).line() : rows.getLast().next(),
                choice.passed(),
                Map.of(),
                decisions);
    }

    /// Names in the last line of comment above the data: as many words as there are columns.
    private Optional<List<String>> commented(Format format, int firstLine, int columns) {
        int line = lastComment(format, firstLine);
        if (line == 0 || columns < 2) {
            return Optional.empty();
        }
        String words = preamble.lines().get(line - 1).strip().replaceFirst("^[#%]+\\s*", "");
        List<String> names =
                switch (format.separator()) {
                    case ' ' -> List.of(words.split("\\s+", -1));
                    case 0 -> List.of(words);
                    default ->
                        Stream.of(words.split(java.util.regex.Pattern.quote(String.valueOf(format.separator())), -1))
                                .map(String::strip)
                                .toList();
                };
        boolean fit = names.size() == columns && names.stream().noneMatch(fallline.data.number.Numeral::is);
        if (fit) {
            decisions.add(new Decision(
                    About.HEADER,
                    true,
                    "The names are taken from the comment in line " + line
                            + ", which has as many words as there are columns."));
        }
        return fit ? Optional.of(names) : Optional.empty();
    }

    /// The line of the last comment above a line; 0 if there is none.
    private int lastComment(Format format, int firstLine) {
        for (int line = Math.min(firstLine - 1, preamble.lines().size()); line >= 1; line--) {
            String stripped = preamble.lines().get(line - 1).strip();
            if (!stripped.isEmpty() && format.comments().indexOf(stripped.charAt(0)) >= 0) {
                return line;
            }
        }
        return 0;
    }
}
