package fallline.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;

/// How a CSV is written: what separates its columns, and whether its first line holds names.
record Dialect(char separator, boolean header) {
    /// Tab and semicolon before comma: where both are in every line (`1,5;2,7`), the comma is a decimal one.
    private static final char[] CANDIDATES = {'\t', ';', ','};

    private static final int LINES = 50;

    /// Looks at the beginning of a file.
    ///
    /// @param sample whole lines, except that the last may be cut
    /// @param whole whether the sample is the whole file
    static Dialect detect(String sample, boolean whole) {
        char separator = separator(sample, whole);
        List<List<String>> rows = firstRows(sample, separator);
        return new Dialect(separator, !rows.isEmpty() && isHeader(rows, separator));
    }

    /// The candidate that every line holds equally often; else the one that the first line holds most often.
    private static char separator(String sample, boolean whole) {
        char best = ',';
        int most = 0;
        for (char candidate : CANDIDATES) {
            List<Integer> counts = counts(sample, candidate, whole);
            if (counts.isEmpty() || counts.getFirst() == 0) {
                continue;
            }
            int first = counts.getFirst();
            if (counts.stream().allMatch(count -> count == first)) {
                return candidate;
            }
            if (first > most) {
                most = first;
                best = candidate;
            }
        }
        return best;
    }

    /// How often the candidate stands outside quotes in each of the first non-empty lines.
    private static List<Integer> counts(String sample, char candidate, boolean whole) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        int length = 0;
        for (int i = 0; i < sample.length() && counts.size() < LINES; i++) {
            char c = sample.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (!quoted && (c == '\n' || c == '\r')) {
                if (length > 0) {
                    counts.add(count);
                }
                count = 0;
                length = 0;
            } else {
                length++;
                count += !quoted && c == candidate ? 1 : 0;
            }
        }
        if (length > 0 && counts.size() < LINES && (whole || counts.isEmpty())) {
            counts.add(count);
        }
        return counts;
    }

    private static List<List<String>> firstRows(String sample, char separator) {
        List<List<String>> rows = new ArrayList<>();
        try (var reader = fastCsv(separator).ofCsvRecord(sample)) {
            for (CsvRecord csvRecord : reader) {
                rows.add(csvRecord.getFields());
                if (rows.size() == 2) {
                    break;
                }
            }
        } catch (de.siegmar.fastcsv.reader.CsvParseException | java.io.IOException e) {
            return rows; // the reading proper meets the same place and says what is wrong with it
        }
        return rows;
    }

    /// No number in the first row, or words in it that stand over numbers.
    private static boolean isHeader(List<List<String>> rows, char separator) {
        List<String> first = rows.getFirst();
        boolean numbers = false;
        boolean words = false;
        for (int i = 0; i < first.size(); i++) {
            boolean number = isNumber(first.get(i), separator);
            numbers |= number;
            words |= !number && !Cells.isMissing(first.get(i));
            if (!number
                    && !Cells.isMissing(first.get(i))
                    && rows.size() > 1
                    && i < rows.get(1).size()
                    && isNumber(rows.get(1).get(i), separator)) {
                return true;
            }
        }
        return words && !numbers;
    }

    private static boolean isNumber(String cell, char separator) {
        char[] text = cell.strip().toCharArray();
        return !Double.isNaN(new NumberParser(separator != ',').parse(text, 0, text.length));
    }

    /// A FastCSV builder for this house: blank lines are skipped, and rows of unequal length come through.
    static de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder fastCsv(char separator) {
        return de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }
}
