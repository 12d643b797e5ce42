package fallline.export;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.analysis.repeat.Quartiles;
import fallline.analysis.repeat.RepeatOrder;
import fallline.analysis.repeat.Repeater;
import fallline.analysis.repeat.Repeats;
import fallline.experiment.Run;
import fallline.experiment.edit.EditName;
import fallline.experiment.edit.RepeatEdits;
import fallline.optimizer.modifier.Modifiers;
import fallline.picture.Looked;
import fallline.picture.RepeatedRuns;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Quartiles of repeats as CSV")
class RepeatsCsvTest {
    private static Scene scene() {
        Run run = Looked.run("gd", 0.1).withName("=noisy");
        Run noisy = run.withRecipe(run.recipe()
                .withModifiers(new Modifiers(
                        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0.5, false, 0, Optional.empty())));
        return Looked.at(
                RepeatEdits.with(
                        Looked.experiment(Formulas.minimise("w^2", "w"), new double[] {2}, 3, noisy), "=noisy", 4),
                UnaryOperator.identity());
    }

    @Test
    @DisplayName("have a line for each step, all digits, and compute nothing in a spreadsheet")
    void text() {
        RepeatOrder order = RepeatedRuns.orders(scene()).values().iterator().next();
        Repeats repeats = Repeater.all(order, () -> false, _ -> {});
        Quartiles loss = repeats.loss();
        List<String> lines = RepeatsCsv.text(Map.of("=noisy", repeats)).lines().toList();
        assertThat(lines)
                .hasSize(5)
                .startsWith(
                        "run,step,evaluations,seeds,lower_quartile,median,upper_quartile",
                        "'=noisy,0,0.0,4,4.0,4.0,4.0");
        assertThat(lines.get(4))
                .isEqualTo("'=noisy,3,3.0,4," + loss.lower()[3] + "," + loss.median()[3] + "," + loss.upper()[3]);
    }

    @Test
    @DisplayName("are of repeats that an edit asks for, and the edit is called so")
    void named() {
        var with = scene().experiment();
        var without = RepeatEdits.without(with, "=noisy");
        assertThat(EditName.between(without, with)).isEqualTo("repeat =noisy with 4 seeds");
        assertThat(EditName.between(with, without)).isEqualTo("=noisy: no repeats");
        assertThat(RepeatEdits.with(with, "nobody", 9)).isSameAs(with);
    }
}
