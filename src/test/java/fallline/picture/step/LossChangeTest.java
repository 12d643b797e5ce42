package fallline.picture.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.run.Trace;
import fallline.figure.page.StepFigure;
import fallline.figure.page.StepFigure.Row;
import fallline.figure.paint.Typesetter;
import fallline.number.Numbers;
import fallline.picture.Looked;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a step is said to make of J.
@DisplayName("J before and after a step")
class LossChangeTest {
    private static final Problem PARABOLA = Formulas.minimise("w^2", "w");

    private static StepFigure card(Scene scene) {
        return (StepFigure) new StepPicture(new Typesetter()).figure(scene, Optional.empty());
    }

    private static Row row(StepFigure card, String caption) {
        return card.rows().stream()
                .filter(row -> row.caption().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("is that of the trace, at every step, and its change is their difference")
    void asTheTrace() {
        Experiment experiment = Looked.experiment(
                Formulas.minimise("x^2 + 3*y^2", "x", "y"), new double[] {2, 1}, 8, Looked.run("adam", 0.3));
        for (int step = 0; step <= 8; step++) {
            int at = step;
            Scene scene = Looked.at(experiment, view -> view.withPlayhead(at));
            Trace trace = scene.chosenTrace().orElseThrow();
            int from = Math.min(step, 7);
            assertThat(row(card(scene), "J before → after").symbols())
                    .isEqualTo(Numbers.latex(trace.loss(from), 4) + " \\rightarrow "
                            + Numbers.latex(trace.loss(from + 1), 4) + ", \\quad \\Delta J = "
                            + Numbers.latex(trace.loss(from + 1) - trace.loss(from), 4));
        }
    }

    @Test
    @DisplayName(
            "is promised by the slope what slope times move is: on w² from 20 at the rate 0.1, 40 · (−4) = −160 of −144")
    void promise() {
        Scene scene = Looked.at(Looked.experiment(PARABOLA, new double[] {20}, 3, Looked.run("gd", 0.1)), view -> view);
        StepFigure card = card(scene);
        assertThat(row(card, "J before → after").symbols()).isEqualTo("400 \\rightarrow 256, \\quad \\Delta J = -144");
        assertThat(row(card, "the slope promised").symbols()).endsWith("= 40 \\cdot (-4) = -160");
        assertThat(card.sentence())
                .endsWith("If the slope stayed the same, J would change by −160; it changes by −144.");
    }

    @Test
    @DisplayName("counts the kink of l1 as it is")
    void lasso() {
        Problem.OnData problem = Problems.linear(
                BuiltInData.dataset("iris"),
                List.of("petal_length_cm"),
                "petal_width_cm",
                ModelOptions.PLAIN.withL1(0.5));
        double[] before = {0, 1};
        double[] after = {0, 0.9};
        LossChange change = LossChange.of(problem.objective(), 1, 2, new double[] {3, 2}, before, after);
        assertThat(change.promised()).isCloseTo(-0.2 - 0.05, within(1e-15));
    }

    @Test
    @DisplayName("is not said where it is not known, and has no promise where numbers overflow")
    void unknown() {
        LossChange unmeasured = new LossChange(1, Double.NaN, -1);
        assertThat(unmeasured.came(4)).isEmpty();
        assertThat(unmeasured.words(false, 4)).isEmpty();
        LossChange endless = new LossChange(1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(endless.came(4).orElseThrow().symbols()).contains("\\infty");
        assertThat(endless.promise("", 4)).isEmpty();
        assertThat(endless.words(false, 4)).isEmpty();
    }
}
