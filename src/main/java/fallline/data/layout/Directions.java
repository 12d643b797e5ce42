package fallline.data.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How a table is to be read where that was said; what is empty is found out.
///
/// @param separator `,` `;` a tab `|`, or a blank for runs of blanks
/// @param decimal `.` or `,`
/// @param thousands `,` `.` a blank or `'`; the character 0 for none
/// @param header whether the first line that is read holds names
/// @param skip the lines of the file that are passed over, from 1
/// @param comment what a line of comment begins with; the character 0 for no such lines
/// @param encoding the name of a character set, such as `UTF-8`
/// @param sheet the name of a workbook's sheet
/// @param types what columns are read as, by their names
public record Directions(
        Optional<Character> separator,
        Optional<Character> decimal,
        Optional<Character> thousands,
        Optional<Boolean> header,
        Optional<List<Integer>> skip,
        Optional<Character> comment,
        Optional<String> encoding,
        Optional<String> sheet,
        Map<String, ColumnType> types) {
    /// Nothing is said.
    public static final Directions NONE = new Directions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public Directions {
        skip = skip.map(lines -> lines.stream().distinct().sorted().toList());
        types = Map.copyOf(types);
    }

    /// The types in the order of their names, so that files are always written alike.
    public Map<String, ColumnType> sortedTypes() {
        return new TreeMap<>(types);
    }

    /// Whether everything is found out.
    public boolean isNone() {
        return equals(NONE);
    }

    public Directions withSeparator(Optional<Character> next) {
        return new Directions(next, decimal, thousands, header, skip, comment, encoding, sheet, types);
    }

    public Directions withDecimal(Optional<Character> next) {
        return new Directions(separator, next, thousands, header, skip, comment, encoding, sheet, types);
    }

    public Directions withThousands(Optional<Character> next) {
        return new Directions(separator, decimal, next, header, skip, comment, encoding, sheet, types);
    }

    public Directions withHeader(Optional<Boolean> next) {
        return new Directions(separator, decimal, thousands, next, skip, comment, encoding, sheet, types);
    }

    public Directions withSkip(Optional<List<Integer>> next) {
        return new Directions(separator, decimal, thousands, header, next, comment, encoding, sheet, types);
    }

    public Directions withComment(Optional<Character> next) {
        return new Directions(separator, decimal, thousands, header, skip, next, encoding, sheet, types);
    }

    public Directions withEncoding(Optional<String> next) {
        return new Directions(separator, decimal, thousands, header, skip, comment, next, sheet, types);
    }

    public Directions withSheet(Optional<String> next) {
        return new Directions(separator, decimal, thousands, header, skip, comment, encoding, next, types);
    }

    public Directions withTypes(Map<String, ColumnType> next) {
        return new Directions(separator, decimal, thousands, header, skip, comment, encoding, sheet, next);
    }
}
