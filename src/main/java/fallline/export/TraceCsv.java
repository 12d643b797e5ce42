package fallline.export;

import fallline.data.read.FormulaGuard;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/// Writes traces as text: one line a step of each run, numbers in the fewest digits that give the same double back,
/// lines ended by a line feed; with commas a CSV file, with tabs what spreadsheets take from the clipboard.
public final class TraceCsv {
    /// The columns before the parameters.
    static final List<String> MEASURED = List.of("run", "step", "evaluations", "lr", "loss", "gradient_norm");

    private final Writer out;
    private final char separator;

    /// With commas.
    ///
    /// @param out stays open
    public TraceCsv(OutputStream out) {
        this(out, ',');
    }

    /// @param out stays open
    /// @param separator what stands between cells
    public TraceCsv(OutputStream out, char separator) {
        this.separator = separator;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /// The line of names.
    public void heading(List<String> parameters) throws IOException {
        out.write(String.join(String.valueOf(separator), MEASURED));
        for (String parameter : parameters) {
            cell(quoted(parameter, separator));
        }
        out.write('\n');
    }

    /// The lines of one run, step 0 first; of a recorded path those that are known, where what is not is left empty.
    ///
    /// @param task the task that the trace belongs to
    public void add(String run, RunTask task, Trace trace) throws IOException {
        String name = quoted(run, separator);
        TraceRows rows = new TraceRows(task, trace);
        while (rows.next()) {
            out.write(name);
            cell(Integer.toString(rows.step()));
            cell(
                    rows.evaluations().isPresent()
                            ? Integer.toString(rows.evaluations().getAsInt())
                            : "");
            cell(text(rows.rate()));
            cell(Double.toString(rows.loss()));
            cell(text(rows.gradientNorm()));
            for (int i = 0; i < rows.dimension(); i++) {
                cell(rows.hasParameters() ? Double.toString(rows.parameter(i)) : "");
            }
            out.write('\n');
        }
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }

    private void cell(String text) throws IOException {
        out.write(separator);
        out.write(text);
    }

    /// Hands everything on to the stream, which stays open.
    public void flush() throws IOException {
        out.flush();
    }

    /// A name in quotes where a comma, a quote or a line break makes that necessary (RFC 4180), and with an
    /// apostrophe where a spreadsheet would take it for a formula ([FormulaGuard]).
    public static String quoted(String name) {
        return quoted(name, ',');
    }

    static String quoted(String name, char separator) {
        String cell = FormulaGuard.on(name);
        boolean plain = cell.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        return plain && cell.equals(cell.strip()) ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
