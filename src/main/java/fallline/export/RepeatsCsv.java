package fallline.export;

import fallline.analysis.repeat.Quartiles;
import fallline.analysis.repeat.Repeats;
import fallline.io.SafeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Writes median and quartiles of J over the repeats of runs as CSV: a line for each step at which they are kept,
/// shortest round-trip doubles.
public final class RepeatsCsv {
    private static final String HEADING = "run,step,evaluations,seeds,lower_quartile,median,upper_quartile\n";

    private RepeatsCsv() {}

    /// Writes them to `target`, whole or not at all.
    ///
    /// @throws fallline.io.FileException with a sentence, if the file cannot be written
    public static void write(Path target, Map<String, Repeats> repeats) {
        SafeFile.write(target, stream -> stream.write(text(repeats).getBytes(StandardCharsets.UTF_8)));
    }

    /// The whole text, the runs in order; evaluations are the median of the repeats'.
    static String text(Map<String, Repeats> repeats) {
        StringBuilder text = new StringBuilder(HEADING);
        repeats.forEach((run, known) -> {
            if (known.done() > 0) {
                add(text, TraceCsv.quoted(run), known);
            }
        });
        return text.toString();
    }

    private static void add(StringBuilder text, String run, Repeats repeats) {
        int[] steps = repeats.steps();
        double[] evaluations = repeats.evaluations();
        Quartiles loss = repeats.loss();
        for (int i = 0; i < steps.length; i++) {
            text.append(run)
                    .append(',')
                    .append(steps[i])
                    .append(',')
                    .append(evaluations[i])
                    .append(',')
                    .append(repeats.done())
                    .append(',')
                    .append(loss.lower()[i])
                    .append(',')
                    .append(loss.median()[i])
                    .append(',')
                    .append(loss.upper()[i])
                    .append('\n');
        }
    }
}
