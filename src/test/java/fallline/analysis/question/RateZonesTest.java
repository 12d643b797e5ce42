package fallline.analysis.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.analysis.SliderScale;
import fallline.app.Fixtures;
import fallline.data.BuiltInData;
import fallline.data.Dataset;
import fallline.data.Generator;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.Optimizer;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The zones of the learning rate")
class RateZonesTest {
    private final Optional<Optimizer> gd = Optional.of(Fixtures.CATALOGUE.find("gd", Map.of()));

    private static Scene scene(Experiment experiment) {
        return new Scene(experiment, Map.of(), ViewState.initial(experiment));
    }

    private Optional<RateZones> zones(Experiment experiment) {
        return CurvatureQuestion.of(scene(experiment), gd)
                .flatMap(question -> question.answer().zones());
    }

    @Test
    @DisplayName("of J = w² end at the limit 1, with the best rate 0.5, from which on steps overshoot")
    void parabola() {
        RateZones zones = zones(Fixtures.bowl()).orElseThrow();

        assertThat(zones.limit()).isEqualTo(1);
        assertThat(zones.best()).isEqualTo(0.5);
        assertThat(zones.overshoot()).isEqualTo(0.5);
        assertThat(zones.slow()).isEqualTo(0.05, within(1e-15));
    }

    @Test
    @DisplayName("of a line through data come from the eigenvalues of (2/m)·XᵀX")
    void line() {
        Dataset data = BuiltInData.dataset("line_4_plus_3x");
        double[] x = data.numbers("x");
        double sum = 0;
        double squares = 0;
        for (double value : x) {
            sum += value;
            squares += value * value;
        }
        double a = 2;
        double b = 2 * sum / x.length;
        double d = 2 * squares / x.length;
        double largest = (a + d) / 2 + Math.hypot((a - d) / 2, b);
        double smallest = (a + d) / 2 - Math.hypot((a - d) / 2, b);

        RateZones zones = zones(Fixtures.line()).orElseThrow();

        assertThat(zones.limit()).isEqualTo(2 / largest, within(1e-12));
        assertThat(zones.best()).isEqualTo(2 / (largest + smallest), within(1e-12));
    }

    @Test
    @DisplayName("of a logistic regression come from the eigenvalues of XᵀX/(4m) at θ = 0, where every p(1 − p) is ¼")
    void logistic() {
        Dataset data = BuiltInData.dataset("hours_studied");
        double sum = 0;
        double squares = 0;
        for (double value : data.numbers("hours")) {
            sum += value;
            squares += value * value;
        }
        double a = 0.25;
        double b = sum / data.rows() / 4;
        double d = squares / data.rows() / 4;
        double largest = (a + d) / 2 + Math.hypot((a - d) / 2, b);

        RateZones zones = zones(Fixtures.EXPERIMENTS.forLogistic(data, List.of("hours"), "passed"))
                .orElseThrow();

        assertThat(zones.limit()).isEqualTo(2 / largest, within(1e-9));
    }

    @Test
    @DisplayName("are not there where J does not curve upwards, and for rules of which no bound is known, which say so")
    void none() throws FormulaException {
        CurvatureHere hill = here(Fixtures.EXPERIMENTS.forFormula("3*w - w^2", Goal.MINIMISE), "gd");
        assertThat(hill.zones()).isEmpty();
        assertThat(hill.whyNone()).isEqualTo("no stability limit at this point");
        assertThat(hill.sentence()).isEqualTo("J″ = −2.");
        assertThat(here(Fixtures.bowl(), "lion").whyNone()).isEqualTo("no bound known");
        assertThat(here(Fixtures.bowl(), "rprop").whyNone()).isEqualTo("no bound known");
        for (String id : List.of("newton", "lbfgs")) {
            CurvatureHere bowl = here(Fixtures.bowl(), id);
            assertThat(bowl.zones()).isEmpty();
            assertThat(bowl.whyNone()).isEqualTo("no bound: it takes its rate from the curvature");
        }
    }

    @Test
    @DisplayName("are those of any number of variables, with the eigenvalues in words")
    void many() throws FormulaException {
        CurvatureHere here = here(Fixtures.EXPERIMENTS.forFormula("x^2 + 4*y^2 + 9*z^2 + 16*u^2", Goal.MINIMISE), "gd");
        assertThat(here.zones().orElseThrow().limit()).isEqualTo(2.0 / 32, within(1e-15));
        assertThat(here.sentence()).isEqualTo("λmax = 32, λmin = 2, κ = 16.");
    }

    @Test
    @DisplayName("of large networks are asked for where the playhead rests, of a bowl at every step")
    void costly() {
        assertThat(question(Fixtures.bowl(), "adam").isCostly()).isFalse();
        assertThat(question(Fixtures.line(), "gd").isCostly()).isFalse();
        Experiment large = Fixtures.bowl()
                .withProblem(Problems.network(
                        Generator.SPIRAL.generate(500, 0.1, 1),
                        List.of("x1", "x2"),
                        "class",
                        Optional.empty(),
                        new NeuralNetwork.Design(List.of(64, 64), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY),
                        ModelOptions.PLAIN));
        assertThat(question(large.withStart(Start.usual(large.problem())), "gd").isCostly())
                .isTrue();
    }

    private static CurvatureQuestion question(Experiment experiment, String id) {
        return CurvatureQuestion.of(scene(experiment), Optional.of(Fixtures.CATALOGUE.find(id, Map.of())))
                .orElseThrow();
    }

    private static CurvatureHere here(Experiment experiment, String id) {
        return question(experiment, id).answer();
    }

    @Test
    @DisplayName("turn round with the goal: −w² has them when it is maximised")
    void maximise() throws FormulaException {
        assertThat(zones(Fixtures.EXPERIMENTS.forFormula("-w^2", Goal.MAXIMISE))
                        .orElseThrow()
                        .limit())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("always fit on the slider, with rates that crawl and rates that diverge")
    void scale() {
        Random random = new Random(3);
        SliderScale scale = new SliderScale(1e-6, 10, true);
        for (int i = 0; i < 2000; i++) {
            double limit = Math.pow(10, 12 * random.nextDouble() - 6);
            double best = limit * (0.05 + 0.95 * random.nextDouble());
            RateZones zones = new RateZones(best / 10, best, limit / 2, limit);
            double value = Math.pow(10, 12 * random.nextDouble() - 6);

            scale = zones.scale(scale, value);

            assertThat(scale.holds(zones.slow() / 2)).isTrue();
            assertThat(scale.holds(2 * limit)).isTrue();
            assertThat(scale.holds(value)).isTrue();
        }
    }

    @Test
    @DisplayName("leave the slider's range as it is while the limit moves a little")
    void still() {
        SliderScale first = new RateZones(0.05, 0.5, 0.5, 1).scale(new SliderScale(1e-6, 10, true), 0.1);

        assertThat(first).isEqualTo(new SliderScale(0.01, 5, true));
        assertThat(new RateZones(0.03, 0.3, 0.3, 0.6).scale(first, 0.1)).isSameAs(first);
        assertThat(new RateZones(5, 50, 50, 100).scale(first, 0.1).high()).isEqualTo(500);
    }

    @Test
    @DisplayName("refuse edges that are not in order")
    void order() {
        assertThatThrownBy(() -> new RateZones(1, 0.5, 0.5, 1)).hasMessageContaining("in order");
        assertThatThrownBy(() -> new RateZones(0.1, 0.5, 0.5, Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite");
    }
}
