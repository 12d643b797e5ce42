package fallline.export;

import fallline.analysis.tune.Trial;
import fallline.analysis.tune.TuneResult;
import fallline.analysis.tune.Tuned;
import fallline.io.SafeFile;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Writes all trials of a tuning as CSV, a line each: optimizer, number, how its settings were found, what came of it,
/// and its settings, each in a column of its name. What an optimizer has not is left empty; the winners are marked.
public final class TuneCsv {
    private static final List<String> FIRST =
            List.of("optimizer", "trial", "kind", "best", "loss", "steps", "evaluations", "finite");

    private TuneCsv() {}

    /// Writes the file, whole or not at all.
    ///
    /// @throws fallline.io.FileException with a sentence, if the file cannot be written
    public static void write(TuneResult result, Path target) {
        byte[] text = text(result).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(target, out -> out.write(text));
    }

    /// The whole text; numbers in the fewest digits that give the same double back.
    public static String text(TuneResult result) {
        Set<String> settings = new LinkedHashSet<>();
        for (Tuned tuned : result.all()) {
            tuned.entrant().optimizer().hyperparameters().stream()
                    .map(Hyperparameter::name)
                    .filter(name -> tuned.trials().getFirst().values().containsKey(name))
                    .forEach(settings::add);
        }
        List<String> head = new ArrayList<>(FIRST);
        settings.forEach(name -> head.add(TraceCsv.quoted(name)));
        StringBuilder text = new StringBuilder(String.join(",", head)).append('\n');
        for (Tuned tuned : result.all()) {
            for (Trial trial : tuned.trials()) {
                List<String> cells = new ArrayList<>(List.of(
                        TraceCsv.quoted(tuned.entrant().optimizer().id()),
                        Integer.toString(trial.number()),
                        trial.kind().word(),
                        tuned.best().filter(trial::equals).isPresent() ? "1" : "0",
                        Double.toString(trial.end().loss()),
                        Integer.toString(trial.end().steps()),
                        Long.toString(trial.end().evaluations()),
                        trial.end().finite() ? "1" : "0"));
                for (String name : settings) {
                    HyperValue value = trial.values().get(name);
                    cells.add(value == null ? "" : word(value));
                }
                text.append(String.join(",", cells)).append('\n');
            }
        }
        return text.toString();
    }

    private static String word(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> Double.toString(amount);
            case HyperValue.Word(String word) -> TraceCsv.quoted(word);
            case HyperValue.Flag(boolean flag) -> Boolean.toString(flag);
        };
    }
}
