package fallline.data.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A table of which the truth is known, printed in one of many ways.
///
/// @param text as it is printed
/// @param bytes the same in some encoding
/// @param x whole numbers, NaN where there is a gap
/// @param y numbers with decimals, thousands among them
/// @param names the names, c1, c2, … without a header
/// @param how in which way it is printed, for messages
record GeneratedTable(String text, byte[] bytes, double[] x, double[] y, List<String> names, String how) {
    private enum Style {
        PLAIN,
        SHORTEST,
        ENGLISH,
        GERMAN,
        COMMA,
        FRENCH,
        SWISS,
        DOLLARS,
        EUROS,
        PERCENT,
        TYPESET_MINUS,
        BRACKETS,
        FORTRAN,
        EXPONENT,
        PLUS
    }

    private enum Head {
        NAMES,
        NONE,
        TITLE,
        UNITS,
        COMMENTS,
        SEP_LINE,
        TRAILING
    }

    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", " ");
    private static final List<String> GAPS = List.of("", "", "NA", "n/a", "-", "null", "#N/A", "?", "None", "NaN", ".");
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "UTF-8", "mark", "UTF-16LE mark", "UTF-16BE mark", "UTF-16LE", "UTF-16BE", "windows-1252");
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> WORDS = List.of("Zürich", "Genève", "Málaga", "Ålesund", "Köln");

    static GeneratedTable of(int seed) {
        return new Printer(new SplittableRandom(seed)).table();
    }

    private static final class Printer {
        private final SplittableRandom random;
        private final Style style;
        private final Head head;
        private final String separator;
        private final String gap;
        private final String encoding;
        private final String lineEnd;
        private final boolean words;

        Printer(SplittableRandom random) {
            this.random = random;
            style = List.of(Style.values()).get(random.nextInt(Style.values().length));
            separator = pick(SEPARATORS);
            Head wanted = List.of(Head.values()).get(random.nextInt(Head.values().length));
            boolean blanks = separator.equals(" ");
            head = blanks && (wanted == Head.TRAILING || wanted == Head.SEP_LINE || wanted == Head.TITLE)
                    ? Head.NAMES
                    : wanted;
            String mark = pick(GAPS);
            gap = blanks && mark.isEmpty() ? "NA" : mark;
            encoding = pick(ENCODINGS);
            lineEnd = pick(LINE_ENDS);
            words = random.nextBoolean();
        }

        private String pick(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        GeneratedTable table() {
            int rows = 6 + random.nextInt(40);
            double[] x = new double[rows];
            double[] y = new double[rows];
            List<String> lines = new ArrayList<>(above());
            boolean header = head != Head.NONE;
            for (int row = 0; row < rows; row++) {
                x[row] = whole();
                y[row] = Math.rint((random.nextDouble() * Math.pow(10, 1 + random.nextInt(6)) - 5) * 100) / 100;
                if (style == Style.DOLLARS || style == Style.EUROS || style == Style.ENGLISH) {
                    y[row] = Math.abs(y[row]);
                }
                boolean missing = random.nextInt(12) == 0 && row > 1 && row < rows - 3;
                List<String> cells = new ArrayList<>();
                if (words) {
                    cells.add(pick(WORDS));
                }
                cells.add(Long.toString((long) x[row]));
                cells.add(missing ? gap : printed(y, row));
                if (missing) {
                    y[row] = Double.NaN;
                }
                lines.add(joined(cells) + (head == Head.TRAILING ? separator : ""));
                if (head == Head.COMMENTS && random.nextInt(10) == 0) {
                    lines.add("# a pause, of " + row + " minutes");
                }
                if (random.nextInt(15) == 0) {
                    lines.add(random.nextBoolean() || separator.equals(" ") ? "" : separator.repeat(words ? 2 : 1));
                }
            }
            String text = String.join(lineEnd, lines) + (random.nextBoolean() ? lineEnd : "");
            String printable = encoding.equals("windows-1252")
                    ? text.replace('\u2212', '\u2013').replace('\u202F', '\u00A0')
                    : text;
            List<String> names = header ? List.of("x", "y") : words ? List.of("c2", "c3") : List.of("c1", "c2");
            String how = style + ", " + head + ", separator '" + separator + "', gap '" + gap + "', " + encoding + ", "
                    + lineEnd.length() + (words ? ", words" : "");
            return new GeneratedTable(printable, encoded(printable), x, y, names, how);
        }

        private double whole() {
            return random.nextInt(900) - 50;
        }

        private List<String> above() {
            List<String> names = words ? List.of("town", "x", "y") : List.of("x", "y");
            String plain = joined(names) + (head == Head.TRAILING && random.nextBoolean() ? separator : "");
            return switch (head) {
                case NONE -> List.of();
                case TITLE -> List.of("Measurements in May", plain);
                case UNITS -> List.of(plain, joined(words ? List.of("", "(s)", "(m)") : List.of("(s)", "(m)")));
                case COMMENTS -> List.of("# measured in May", "% by hand", plain);
                case SEP_LINE -> List.of("sep=" + separator, plain);
                default -> List.of(plain);
            };
        }

        /// The number as it is printed; where printing rounds, the truth is rounded too.
        private String printed(double[] y, int row) {
            double value = y[row];
            return switch (style) {
                case PLAIN -> String.format(Locale.ROOT, "%.2f", value);
                case SHORTEST -> Double.toString(value);
                case ENGLISH -> String.format(Locale.ROOT, "%,.2f", value);
                case GERMAN -> swapped(String.format(Locale.ROOT, "%,.2f", value), '.', ',');
                case COMMA -> swapped(String.format(Locale.ROOT, "%.2f", value), '.', ',');
                case FRENCH -> swapped(String.format(Locale.ROOT, "%,.2f", value), '\u202F', ',');
                case SWISS -> swapped(String.format(Locale.ROOT, "%,.2f", value), '\'', '.');
                case DOLLARS -> String.format(Locale.ROOT, "$%,.2f", value);
                case EUROS ->
                    swapped(String.format(Locale.ROOT, "%.2f", value), '.', ',') + (separator.equals(" ") ? "€" : " €");
                case PERCENT -> {
                    y[row] = new java.math.BigDecimal(String.format(Locale.ROOT, "%.2f", value))
                            .movePointLeft(2)
                            .doubleValue();
                    yield String.format(Locale.ROOT, "%.2f%%", value);
                }
                case TYPESET_MINUS -> String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
                case BRACKETS ->
                    value < 0
                            ? String.format(Locale.ROOT, "(%.2f)", -value)
                            : String.format(Locale.ROOT, "%.2f", value);
                case FORTRAN -> String.format(Locale.ROOT, "%.10e", value).replace('e', 'D');
                case EXPONENT -> String.format(Locale.ROOT, "%.10E", value);
                case PLUS -> String.format(Locale.ROOT, "%+.2f", value);
            };
        }

        private static String swapped(String text, char thousands, char decimal) {
            return text.replace(',', '\u0000').replace('.', decimal).replace('\u0000', thousands);
        }

        private String joined(List<String> cells) {
            List<String> quoted = new ArrayList<>();
            for (String cell : cells) {
                boolean needs = cell.contains(separator) || (separator.equals(" ") && cell.indexOf('\u202F') >= 0);
                quoted.add(needs || (cell.isEmpty() && separator.equals(" ")) ? '"' + cell + '"' : cell);
            }
            String between =
                    switch (separator) {
                        case " " -> "   ";
                        case "," -> random.nextInt(4) == 0 ? ", " : ",";
                        default -> separator;
                    };
            return String.join(between, quoted);
        }

        private byte[] encoded(String text) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            switch (encoding) {
                case "mark" -> out.writeBytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
                case "UTF-16LE mark" -> out.writeBytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
                case "UTF-16BE mark" -> out.writeBytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
                default -> out.writeBytes(text.getBytes(Charset.forName(encoding)));
            }
            return out.toByteArray();
        }
    }
}
