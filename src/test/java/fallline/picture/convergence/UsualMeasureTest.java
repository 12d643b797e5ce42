package fallline.picture.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.figure.curve.ConvergenceFigure;
import fallline.picture.Looked;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the curves show until somebody chooses.
class UsualMeasureTest {
    private static ConvergenceFigure figure(Scene scene) {
        return (ConvergenceFigure) new ConvergencePicture().figure(scene);
    }

    private static Experiment of(String formula, double start) {
        return Looked.experiment(Formulas.minimise(formula, "w"), new double[] {start}, 30, Looked.run("gd", 0.01));
    }

    @Test
    @DisplayName("J − J* where J* is known")
    void known() {
        ConvergenceFigure figure = figure(Looked.at(of("w^2", 20), view -> view));
        assertThat(figure.yLabel()).isEqualTo("J − J*");
        assertThat(figure.logarithmic()).isTrue();
        assertThat(figure.note()).isEmpty();
        Problem line = Problems.linear(
                BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", new Problem.ModelOptions(false, 1, 0, false));
        Experiment regression =
                new Experiment(line, Start.usual(line), 0, 20, List.of(Looked.run("gd", 0.1)), Map.of());
        assertThat(figure(Looked.at(regression, view -> view)).yLabel()).isEqualTo("J − J*");
    }

    @Test
    @DisplayName("J where it is not, and the subtitle says the same")
    void unknown() {
        Scene scene = Looked.at(of("w^4 + 1", 1), view -> view);
        ConvergencePicture picture = new ConvergencePicture();
        ConvergenceFigure figure = (ConvergenceFigure) picture.figure(scene);
        assertThat(figure.yLabel()).isEqualTo("J");
        assertThat(figure.series().getFirst().at(0)).isEqualTo(2);
        assertThat(figure.logarithmic()).isTrue();
        assertThat(picture.subtitle(scene)).isEqualTo("J, logarithmic");
    }

    @Test
    @DisplayName("J that is not positive stands on a linear axis until it is asked for by name")
    void negative() {
        Experiment falling = of("w^4 - w", 0.1);
        assertThat(figure(Looked.at(falling, view -> view)).logarithmic()).isFalse();
        assertThat(figure(Looked.at(falling, view -> view.withConvergence(curves -> curves.withMeasure(Measure.LOSS))))
                        .logarithmic())
                .isTrue();
    }

    @Test
    @DisplayName("J − least seen is a choice, and warns that the best run plunges")
    void chosen() {
        ConvergenceFigure figure = figure(Looked.at(
                of("w^4 + 1", 1), view -> view.withConvergence(curves -> curves.withMeasure(Measure.LOSS_GAP))));
        assertThat(figure.yLabel()).isEqualTo("J − least seen");
        assertThat(figure.note()).isEqualTo("J* is not known: the best run plunges at its end");
        assertThat(figure.series().getFirst().at(30)).as("compared with itself").isZero();
    }
}
