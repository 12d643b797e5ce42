package fallline.data.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a table was read: every choice, whoever made it, and what decided.
///
/// @param kind `CSV`, `workbook`, `ARFF`, `Orange table`, `Markdown table`, …
/// @param separator `,` `;` a tab `|`, a blank for runs of blanks; the character 0 where there is one column or a
///     sheet
/// @param decimal the decimal mark of most columns
/// @param thousands what parts thousands in them; the character 0 for nothing
/// @param header whether there is a line of names
/// @param headerLine the line of the names, from 1; 0 if there is none
/// @param skip lines that were passed over, from 1: titles, units, rules
/// @param comment what lines of comment begin with; the character 0 if there are none
/// @param encoding the character set's name
/// @param sheet the sheet of a workbook
/// @param sheets all its sheets
/// @param columns how each column was read, ignored ones too
/// @param decisions what was decided, and by what evidence
public record Reading(
        String kind,
        char separator,
        char decimal,
        char thousands,
        boolean header,
        int headerLine,
        List<Integer> skip,
        char comment,
        String encoding,
        Optional<String> sheet,
        List<String> sheets,
        List<ColumnReading> columns,
        List<Decision> decisions) {
    public Reading {
        skip = List.copyOf(skip);
        sheets = List.copyOf(sheets);
        columns = List.copyOf(columns);
        decisions = List.copyOf(decisions);
    }

    /// What somebody should know who did not ask: readings that could have been others, things passed over or
    /// changed.
    public List<Decision> doubts() {
        return decisions.stream().filter(Decision::doubtful).toList();
    }

    /// The doubts as one line that begins with the table's name; empty if there is none.
    public Optional<String> line(String name) {
        List<Decision> doubts = doubts();
        return doubts.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " was read so: "
                        + doubts.stream().map(Decision::sentence).collect(Collectors.joining(" ")));
    }

    /// What parts the columns, in a word or two.
    public static String separatorName(char separator) {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "pipe";
            case ' ' -> "blanks";
            default -> "nothing (one column)";
        };
    }
}
