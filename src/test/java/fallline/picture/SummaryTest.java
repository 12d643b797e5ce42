package fallline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.Start;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Typesetter;
import fallline.objective.Goal;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.page.Pictures;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a screen reader says of the views.
class SummaryTest {
    private static final Pictures PICTURES = new Pictures(Views.ALL, new Typesetter(), FileCatalogue.load());

    private static Experiment square(double rate, int steps) {
        return Looked.experiment(
                Formulas.minimise("w^2", "w"),
                new double[] {20},
                steps,
                new Run("Descent", Looked.run("gd", rate).source()));
    }

    private static Scene at(Experiment experiment, int step) {
        return Looked.at(experiment, view -> view.withPlayhead(step));
    }

    /// Gradient descent on w² from 20 at rate 0.1, in closed form: w = 20·0.8ᵏ.
    private static Experiment recorded(int... steps) {
        double[] w = IntStream.of(steps).mapToDouble(k -> 20 * Math.pow(0.8, k)).toArray();
        double[] losses =
                IntStream.range(0, w.length).mapToDouble(i -> w[i] * w[i]).toArray();
        RecordedPath path = new RecordedPath(Path.of("t.csv"), Optional.empty(), steps, losses, Map.of("w", w));
        return Looked.experiment(Formulas.minimise("w^2", "w"), new double[] {20}, 30, new Run("Mine", path));
    }

    @Test
    @DisplayName("says where a run is, its J and which way that goes")
    void onTheWay() {
        Experiment experiment = square(0.1, 30);
        assertThat(RunWords.all(at(experiment, 0))).isEqualTo("Descent, step 0 of 30: J 400.");
        assertThat(RunWords.all(at(experiment, 3))).isEqualTo("Descent, step 3 of 30: J 105, falling.");
        assertThat(RunWords.all(at(square(1.05, 30), 3))).isEqualTo("Descent, step 3 of 30: J 709, rising.");
    }

    @Test
    @DisplayName("says at a run's end how it ended")
    void ends() {
        assertThat(RunWords.all(at(square(0.1, 300), 300)))
                .startsWith("Descent, step 300 of 300: J ")
                .endsWith("; converged.");
        assertThat(RunWords.all(at(square(0.1, 300), 299))).doesNotContain("converged");
        assertThat(RunWords.all(at(square(3, 2000), 2000)))
                .matches("Descent, ended at step \\d+ of 2000: J [0-9.]+×10[⁰¹²³⁴⁵⁶⁷⁸⁹]+, rising; diverged\\.");
    }

    @Test
    @DisplayName("says that a run left the domain, and where")
    void hole() {
        Experiment root = Looked.experiment(
                Formulas.minimise("sqrt(w)", "w"),
                new double[] {1},
                30,
                new Run("Descent", Looked.run("gd", 1).source()));
        assertThat(RunWords.all(at(root, 30)))
                .isEqualTo("Descent, ended at step 1 of 30: J 0.707, falling; left the domain.");
    }

    @Test
    @DisplayName("says what of a recorded path is not known")
    void gaps() {
        Experiment path = recorded(5, 6, 10, 20);
        assertThat(RunWords.all(at(path, 2))).startsWith("Mine, recorded from step 5 of 30 on: J 42.9");
        assertThat(RunWords.all(at(path, 6))).startsWith("Mine, step 6 of 30: J 27.5, falling");
        assertThat(RunWords.all(at(path, 13)))
                .startsWith("Mine, not recorded at step 13, last known at step 10 of 30: J 4.61, falling");
        assertThat(RunWords.all(at(path, 30))).startsWith("Mine, ended at step 20 of 30: J 0.0532, falling");
    }

    @Test
    @DisplayName("says when there is nothing to say yet, or nothing is shown")
    void nothing() {
        Experiment experiment = square(0.1, 30);
        ViewState view = ViewState.initial(experiment);
        assertThat(RunWords.all(new Scene(experiment, Map.of(), view))).isEqualTo("Descent is being computed.");
        Map<String, RunRecord> refused = Map.of("Descent", RunRecord.refused("The rule has no step"));
        assertThat(RunWords.all(new Scene(experiment, refused, view)))
                .isEqualTo("Descent cannot be made: The rule has no step.");
        assertThat(RunWords.all(Looked.at(experiment, now -> now.withRuns(runs -> runs.withToggled("Descent")))))
                .isEqualTo("No run is shown.");
        Experiment nowhere = Looked.experiment(
                Formulas.minimise("log(w)", "w"),
                new double[] {-1},
                5,
                new Run("Descent", Looked.run("gd", 1).source()));
        assertThat(RunWords.all(at(nowhere, 0))).isEqualTo("Descent cannot start: J is not finite there.");
    }

    @Test
    @DisplayName("the curves say their quantity, and which run is best so far, whatever best is")
    void curves() {
        Problem bowl = Formulas.minimise("x^2 + y^2", "x", "y");
        Experiment two = Looked.experiment(bowl, new double[] {3, 4}, 20, Looked.run("gd", 0.1), Looked.run("gd", 0.2));
        assertThat(summary(Views.CONVERGENCE, at(two, 2)))
                .startsWith("Convergence, J, logarithmic. ")
                .contains("gd 0.1, step 2 of 20: J 10.2, falling. gd 0.2, step 2 of 20: J 3.24, falling.")
                .endsWith(" Lowest now: gd 0.2.");
        Scene norm = Looked.at(
                two, view -> view.withPlayhead(2).withConvergence(curves -> curves.withMeasure(Measure.GRADIENT_NORM)));
        assertThat(summary(Views.CONVERGENCE, norm)).contains("gd 0.1, step 2 of 20: ‖∇J‖ 6.40, falling.");
        Problem hill = Formulas.of("-(x^2) - y^2", List.of("x", "y"), Goal.MAXIMISE);
        Experiment up = Looked.experiment(hill, new double[] {3, 4}, 20, Looked.run("gd", 0.1), Looked.run("gd", 0.2));
        assertThat(RunWords.best(at(up, 2))).isEqualTo(" Highest now: gd 0.2.");
    }

    @Test
    @DisplayName("the views say what their step does")
    void steps() {
        Scene scene = at(square(0.1, 30), 3);
        assertThat(summary(Views.FIT, scene))
                .contains("The step leads from J 105 to 67.1.")
                .contains("Descent, step 3 of 30");
        assertThat(summary(Views.STEP, scene))
                .startsWith("Step 4 of Descent, parameter w. J from 105 to 67.1, rate 0.1.");
        assertThat(summary(Views.LOSS, scene)).startsWith("Loss as a curve, J(w). Descent is at w 10.2. ");
        Scene end = at(square(0.1, 30), 30);
        assertThat(summary(Views.FIT, end)).contains("The step led from J ");
    }

    static Stream<Arguments> scenes() {
        Problem line = Problems.linear(
                BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", new Problem.ModelOptions(false, 1, 0, false));
        return Stream.of(
                        Looked.at(square(0.1, 30), view -> view.withPlayhead(7)),
                        Looked.at(square(3, 2000), view -> view.withPlayhead(2000)),
                        Looked.at(recorded(5, 6, 10, 20), view -> view.withPlayhead(13)),
                        Looked.at(
                                new Experiment(
                                        line, Start.usual(line), 0, 20, List.of(Looked.run("gd", 0.1)), Map.of()),
                                view -> view.withPlayhead(20)),
                        new Scene(square(0.1, 30), new HashMap<>(), ViewState.initial(square(0.1, 30))))
                .flatMap(scene -> Views.ALL.all().stream()
                        .map(view -> Arguments.of(
                                view.id(),
                                scene.view().playhead(),
                                view,
                                new Scene(
                                        scene.experiment(),
                                        scene.records(),
                                        view.look().apply(scene.view())))));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("scenes")
    @DisplayName("every view has a summary: sentences that name each run and hold no sign of a hole in the program")
    void everyView(String id, int step, View<?> view, Scene scene) {
        String words = summary(view, scene);
        assertThat(words)
                .endsWith(".")
                .doesNotContain("NaN", "null", "Optional", "..", "  ")
                .contains(scene.chosen().name());
        assertThat(words).isEqualTo(summary(view, scene));
    }

    private static String summary(View<?> view, Scene scene) {
        return view.maker().apply(PICTURES).summary(scene);
    }
}
