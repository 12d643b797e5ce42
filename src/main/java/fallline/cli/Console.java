package fallline.cli;

import fallline.io.LogFile;
import fallline.text.Printable;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/// Where the command line writes.
///
/// @param out results
/// @param err errors and warnings, one line each
/// @param symbols whether `out` can show ‖∇J‖
public record Console(PrintWriter out, PrintWriter err, boolean symbols) {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// On two streams, each in its encoding.
    public static Console on(PrintStream out, PrintStream err) {
        boolean symbols = out.charset().newEncoder().canEncode("‖∇J‖");
        return new Console(writer(out), writer(err), symbols);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    /// One line of results, with nothing in it that a terminal would obey.
    void print(String line) {
        out.print(Printable.of(line) + "\n");
        out.flush();
    }

    /// One line of complaint, whatever line breaks are in it, and with nothing that a terminal would obey.
    void complain(String sentence) {
        String line = sentence.lines().map(String::strip).collect(Collectors.joining(" "));
        err.print("fallline: " + Printable.of(line).strip() + "\n");
        err.flush();
    }

    /// Complains of what no other sentence covers; its trace goes to the log.
    public void fail(Throwable fault, LogFile log) {
        log.write("The command line", fault);
        complain("This did not work, through a mistake in this program (" + LogFile.brief(fault)
                + "). The details are in " + log.file() + ".");
    }

    /// How the norm of the gradient is written here.
    String gradientNorm() {
        return symbols ? "‖∇J‖" : "|grad J|";
    }

    /// A sentence as it can be shown here: symbols that the encoding may lack are spelt out.
    String shown(String sentence) {
        if (symbols) {
            return sentence;
        }
        StringBuilder plain = new StringBuilder();
        sentence.replace("‖∇J‖", "|grad J|").replace("·10", "e").codePoints().forEach(sign -> {
            int digit = RAISED.indexOf(sign);
            plain.append(
                    switch (sign) {
                        case 'α' -> "alpha";
                        case 'β' -> "beta";
                        case 'κ' -> "kappa";
                        case 'λ' -> "lambda";
                        case '−' -> "-";
                        case '·' -> "*";
                        case '″' -> "''";
                        case '≤' -> "<=";
                        case '±' -> "+-";
                        case '∞' -> "infinity";
                        case '…' -> "...";
                        default -> digit >= 0 ? Integer.toString(digit) : Character.toString(sign);
                    });
        });
        return plain.toString();
    }
}
