package fallline.export.python;

import fallline.expr.print.PythonPrinter;
import fallline.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Values as Python literals.
final class PythonText {
    private static final int WIDTH = 112;

    private PythonText() {}

    /// A string in double quotes.
    static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
                        quoted.append(hex(c));
                    } else if (Printable.is(Character.toString(c))) {
                        quoted.appendCodePoint(c);
                    } else {
                        // half a character has no UTF-8: where traces are written it becomes a question mark
                        quoted.append(c >= 0xD800 && c <= 0xDFFF ? "?" : unicode(c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static String hex(int c) {
        return "\\x" + Character.forDigit(c >> 4 & 15, 16) + Character.forDigit(c & 15, 16);
    }

    private static String unicode(int c) {
        return String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c);
    }

    /// Words for a comment or a docstring: one line, no quotes and no backslashes that could end it.
    static String words(String text) {
        return Printable.of(text.replaceAll("\\R", " ")).replace('\\', '/').replace("\"", "'");
    }

    /// True or False.
    static String flag(boolean value) {
        return value ? "True" : "False";
    }

    /// A float.
    static String decimal(double value) {
        return PythonPrinter.decimal(value);
    }

    /// Numbers in one line.
    static String list(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(PythonText::decimal).collect(Collectors.joining(", ", "[", "]"));
    }

    /// `name = [ … ]` with as many numbers a line as fit.
    static List<String> assignment(String name, double[] numbers) {
        List<String> lines = new ArrayList<>(List.of(name + " = ["));
        StringBuilder line = new StringBuilder("   ");
        for (double number : numbers) {
            String text = " " + PythonPrinter.number(number) + ",";
            if (line.length() + text.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(3);
            }
            line.append(text);
        }
        lines.add(line.toString());
        lines.add("]");
        return lines;
    }
}
