package fallline.app.step;

import fallline.data.read.FormulaGuard;
import fallline.experiment.RunTask;
import fallline.experiment.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The table of steps as text: one line a step, shortest round-trip numbers, so that nothing is lost.
final class StepsText {
    private StepsText() {}

    /// The heads of the columns: step, parameters, derivatives, J, rate.
    static List<String> heads(List<String> names) {
        List<String> heads = new ArrayList<>();
        heads.add("step");
        heads.addAll(names);
        names.forEach(name -> heads.add("dJ/d" + name));
        heads.add("J");
        heads.add("rate");
        return heads;
    }

    /// The whole run as text for a spreadsheet.
    static String of(RunTask task, Trace trace) {
        StringBuilder text = new StringBuilder();
        try {
            write(task, trace, '\t', text);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail", e);
        }
        return text.toString();
    }

    /// Writes the whole run.
    ///
    /// @param separator `,` for CSV, a tab for spreadsheets
    static void write(RunTask task, Trace trace, char separator, Appendable out) throws IOException {
        StepReader reader = new StepReader(task, trace);
        List<String> heads = heads(task.objective().parameterNames());
        for (int i = 0; i < heads.size(); i++) {
            out.append(i == 0 ? "" : String.valueOf(separator))
                    .append(quoted(FormulaGuard.on(heads.get(i)), separator));
        }
        out.append('\n');
        for (int step = 0; step < trace.length(); step++) {
            line(reader.row(step), separator, out);
        }
    }

    private static void line(StepRow row, char separator, Appendable out) throws IOException {
        out.append(Integer.toString(row.step()));
        for (double number : row.theta()) {
            out.append(separator).append(Double.toString(number));
        }
        for (double number : row.gradient()) {
            out.append(separator).append(Double.toString(number));
        }
        out.append(separator).append(Double.toString(row.loss()));
        out.append(separator).append(Double.isNaN(row.rate()) ? "" : Double.toString(row.rate()));
        out.append('\n');
    }

    private static String quoted(String text, char separator) {
        boolean plain = text.indexOf(separator) < 0 && text.indexOf('"') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
