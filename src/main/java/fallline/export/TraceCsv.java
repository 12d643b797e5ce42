package fallline.export;

import fallline.data.read.FormulaGuard;
import fallline.experiment.Replay;
import fallline.experiment.RunTask;
import fallline.experiment.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes traces as CSV: one line a step of each run, numbers in the fewest digits that give the same double back,
/// lines ended by a line feed.
public final class TraceCsv {
    private final Writer out;

    /// @param out stays open
    public TraceCsv(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /// The line of names.
    public void heading(List<String> parameters) throws IOException {
        out.write("run,step,evaluations,lr,loss,gradient_norm");
        for (String parameter : parameters) {
            out.write(',');
            out.write(quoted(parameter));
        }
        out.write('\n');
    }

    /// The lines of one run, step 0 first.
    ///
    /// @param task the task that the trace belongs to
    public void add(String run, RunTask task, Trace trace) throws IOException {
        String name = quoted(run);
        Replay replay = new Replay(task, trace);
        for (int step = 0; step <= trace.lastStep(); step++) {
            out.write(name);
            cell(Integer.toString(step));
            cell(Integer.toString(trace.evaluations(step)));
            cell(step == 0 ? "" : Double.toString(trace.rate(step)));
            cell(Double.toString(trace.loss(step)));
            cell(Double.toString(trace.gradientNorm(step)));
            if (trace.hasPositions()) {
                for (int i = 0; i < trace.dimension(); i++) {
                    cell(Double.toString(trace.parameter(step, i)));
                }
            } else {
                replay.moveTo(step);
                for (double number : replay.theta()) {
                    cell(Double.toString(number));
                }
            }
            out.write('\n');
        }
    }

    private void cell(String text) throws IOException {
        out.write(',');
        out.write(text);
    }

    /// Hands everything on to the stream, which stays open.
    public void flush() throws IOException {
        out.flush();
    }

    /// A name in quotes where a comma, a quote or a line break makes that necessary (RFC 4180), and with an
    /// apostrophe where a spreadsheet would take it for a formula ([FormulaGuard]).
    static String quoted(String name) {
        String cell = FormulaGuard.on(name);
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain && cell.equals(cell.strip()) ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
