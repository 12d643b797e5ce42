package fallline.export;

import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.io.SafeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A file of traces: JSON if its name ends so, else CSV.
public final class TraceFile {
    private TraceFile() {}

    /// Takes a run's trace.
    @FunctionalInterface
    public interface Taker {
        /// @param task the task that the trace belongs to
        void add(String run, RunTask task, Trace trace) throws IOException;
    }

    /// Hands out traces, one after the other.
    @FunctionalInterface
    public interface Source {
        void each(Taker taker) throws IOException;
    }

    /// Writes the traces to `target`, whole or not at all.
    ///
    /// @param parameters the names of the problem's parameters
    /// @throws fallline.io.FileException with a sentence, if the file cannot be written
    public static void write(Path target, List<String> parameters, Source source) {
        boolean json =
                String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
        SafeFile.write(target, stream -> {
            if (json) {
                TraceJson text = new TraceJson(stream, parameters);
                source.each(text::add);
                text.finish();
            } else {
                TraceCsv csv = new TraceCsv(stream);
                csv.heading(parameters);
                source.each(csv::add);
                csv.flush();
            }
        });
    }
}
