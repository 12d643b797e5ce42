package fallline.cli.tune;

import fallline.analysis.tune.TuneResult;
import fallline.analysis.tune.Tuned;
import fallline.picture.tune.TuneWords;
import java.util.ArrayList;
import java.util.List;

/// The winners as lines of a table, the best first.
final class TuneLines {
    private static final List<String> HEAD = List.of("optimizer", "final loss", "evaluations", "diverged", "settings");

    private TuneLines() {}

    /// The heading and a line each: numbers stand at the right, words at the left.
    static List<String> of(TuneResult result) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        result.ranking().forEach(tuned -> rows.add(row(tuned)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Tuned tuned) {
        long diverged = tuned.trials().stream().filter(trial -> !trial.counts()).count();
        return List.of(
                tuned.entrant().optimizer().id(),
                tuned.best().isPresent() ? Double.toString(tuned.score()) : "NaN",
                tuned.best()
                        .map(best -> Long.toString(best.end().evaluations()))
                        .orElse(""),
                Long.toString(diverged),
                tuned.best()
                        .map(best -> TuneWords.settings(tuned, best.values()))
                        .orElse("every trial diverged"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            boolean words = i == 0 || i == widths.length - 1;
            line.append(i == 0 ? "" : "  ").append(words ? row.get(i) + padding : padding + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
