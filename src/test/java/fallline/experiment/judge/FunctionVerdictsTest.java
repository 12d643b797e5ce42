package fallline.experiment.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FirstRate;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every function of the catalogue from each of its starts.
///
/// The words in the table are those of a prototype in Python (NumPy and SymPy) on the same paths, but for the few that
/// are marked there.
class FunctionVerdictsTest {
    /// A run: with the rate and the steps of the card, or by Newton's method.
    private record Way(String optimizer, double rate, int steps) {}

    private static List<Way> ways(CatalogueFunction card) {
        List<Way> ways = new ArrayList<>();
        for (FirstRate first : card.rates()) {
            ways.add(new Way(first.family(), first.rate(), first.steps()));
        }
        ways.add(new Way("newton", 1, 60));
        return ways;
    }

    private static RunTask task(CatalogueFunction card, Way way, double[] start) {
        var objective = Problems.function(card, Map.of(), Goal.MINIMISE).objective();
        RunRecipe recipe = Judged.recipe(way.optimizer(), way.rate());
        return Judged.task(objective, recipe, way.steps(), start);
    }

    private static List<String> table() {
        List<String> rows = new ArrayList<>();
        for (CatalogueFunction card : FunctionCatalogue.all()) {
            for (List<Double> at : card.starts()) {
                double[] start = at.stream().mapToDouble(Double::doubleValue).toArray();
                for (Way way : ways(card)) {
                    String word = Judged.of(task(card, way, start)).word();
                    rows.add(card.id() + " " + Arrays.toString(start).replace(" ", "") + " " + way.optimizer() + ": "
                            + word);
                }
            }
        }
        return rows;
    }

    @Test
    @DisplayName("every catalogue function from each of its starts ends in the word of the table")
    void words() throws IOException {
        List<String> expected;
        try (InputStream stream = FunctionVerdictsTest.class.getResourceAsStream("/verdicts/functions.txt")) {
            expected = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
        assertThat(table()).containsExactlyElementsOf(expected);
    }
}
