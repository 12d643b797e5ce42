package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.curvature.Stability;
import fallline.data.BuiltInData;
import fallline.data.BuiltInData.Check;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LinearRegression.Loss;
import fallline.objective.model.LogisticRegression;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Score;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models against optima that were computed in 200-bit arithmetic or are known from the literature.
class ReferenceOptimaTest {
    private static void close(double[] found, double[] truth, double relative) {
        assertThat(found).hasSameSizeAs(truth);
        for (int i = 0; i < truth.length; i++) {
            assertThat(found[i]).isCloseTo(truth[i], within(relative * Math.max(1, Math.abs(truth[i]))));
        }
    }

    @Test
    @DisplayName("linear regression: optimum, loss, Hessian, eigenvalues, largest and best rate are the reference's")
    void linear() {
        JsonNode truth = Golden.read("optima.json").get("optima").get("linreg");
        LinearRegression model =
                LinearRegression.of(Golden.data("traj_linreg.json"), List.of("x"), "y", Loss.MSE, 0, false);
        Optimum best = model.optimum().orElseThrow();
        close(best.point(), Golden.numbers(truth.get("params")), 1e-14);
        assertThat(best.value()).isCloseTo(truth.get("loss").asDouble(), within(1e-15));
        assertThat(best.source()).isEqualTo("least squares");
        Hessian hessian = Hessian.at(model, best.point());
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double entry = truth.get("hessian").get(i).get(j).asDouble();
                assertThat(hessian.get(i, j)).isCloseTo(entry, within(1e-14));
            }
        }
        Spectrum spectrum = Spectrum.of(hessian);
        close(spectrum.values(), Golden.numbers(truth.get("hessian_eigenvalues")), 1e-14);
        Stability rates = FileCatalogue.load()
                .standard()
                .rates()
                .stability(Map.of("weight_decay", 0.0), spectrum.smallest(), spectrum.largest())
                .orElseThrow();
        assertThat(rates.limit()).isCloseTo(truth.get("lr_max").asDouble(), within(1e-14));
        assertThat(rates.best()).isCloseTo(truth.get("lr_best").asDouble(), within(1e-14));
    }

    @Test
    @DisplayName("logistic regression: optimum, loss and eigenvalues are the reference's")
    void logistic() {
        JsonNode truth = Golden.read("optima.json").get("optima").get("logistic");
        LogisticRegression model = LogisticRegression.of(
                Golden.data("traj_logistic.json"), List.of("x1", "x2"), "y", Optional.empty(), 0, false);
        Optimum best = model.optimum().orElseThrow();
        close(best.point(), Golden.numbers(truth.get("params")), 1e-12);
        assertThat(best.value()).isCloseTo(truth.get("loss").asDouble(), within(1e-14));
        close(
                Spectrum.of(Hessian.at(model, best.point())).values(),
                Golden.numbers(truth.get("hessian_eigenvalues")),
                1e-13);
    }

    @Test
    @DisplayName("loss and gradient at the start of the reference trajectories are the reference's")
    void starts() {
        JsonNode linear = Golden.read("traj_linreg.json").get("header");
        JsonNode logistic = Golden.read("traj_logistic.json").get("header");
        List<Objective> models = List.of(
                LinearRegression.of(Golden.data("traj_linreg.json"), List.of("x"), "y", Loss.MSE, 0, false),
                LogisticRegression.of(
                        Golden.data("traj_logistic.json"), List.of("x1", "x2"), "y", Optional.empty(), 0, false));
        List<JsonNode> headers = List.of(linear, logistic);
        for (int i = 0; i < 2; i++) {
            double[] start = Golden.numbers(headers.get(i).get("start"));
            double[] gradient = new double[start.length];
            double loss = models.get(i).gradient(start, gradient);
            assertThat(loss).isCloseTo(headers.get(i).get("start_loss").asDouble(), within(1e-13));
            close(gradient, Golden.numbers(headers.get(i).get("start_grad_exact_rounded")), 1e-14);
        }
    }

    @Test
    @DisplayName("a thousand steps of gradient descent on y = 4 + 3x end where numpy's do")
    void line() {
        JsonNode golden = Golden.read("line_4_plus_3x.json");
        LinearRegression model =
                LinearRegression.of(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", Loss.MSE, 0, false);
        double[] theta = Golden.numbers(golden.get("start"));
        double[] gradient = new double[2];
        for (int k = 0; k < golden.get("iterations").asInt(); k++) {
            model.gradient(theta, gradient);
            for (int j = 0; j < 2; j++) {
                theta[j] -= golden.get("learning_rate").asDouble() * gradient[j];
            }
        }
        close(theta, Golden.numbers(golden.get("theta")), 1e-12);
        close(model.optimum().orElseThrow().point(), Golden.numbers(golden.get("closed_form")), 1e-14);
    }

    static Stream<BuiltInData> cards() {
        return BuiltInData.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cards")
    @DisplayName("every card's known fit is what its suggested model gives")
    void facts(BuiltInData card) {
        List<Check> fits = card.checks().stream()
                .filter(check -> !List.of("rows", "missing").contains(check.quantity()))
                .toList();
        for (Check check : fits) {
            assertThat(measured(card, check.quantity()))
                    .as(card.id() + " " + check.quantity())
                    .isCloseTo(check.value(), within(check.tolerance()));
        }
    }

    private static double measured(BuiltInData card, String quantity) {
        var data = BuiltInData.dataset(card.id());
        Objective model =
                switch (card.best().model()) {
                    case "linear-regression" ->
                        LinearRegression.of(
                                data, card.best().features(), card.best().target(), Loss.MSE, 0, false);
                    case "logistic-regression" ->
                        LogisticRegression.of(
                                data, card.best().features(), card.best().target(), Optional.empty(), 0, false);
                    default -> throw new AssertionError(card.best().model());
                };
        double[] best = model.optimum().orElseThrow().point();
        if (quantity.equals("r2")) {
            return ((Score.OfValue) Score.of((LinearRegression) model, best))
                    .rSquared()
                    .orElseThrow();
        }
        int place = model.parameterNames().indexOf(quantity);
        assertThat(place).as(quantity).isNotNegative();
        return best[place];
    }

    @Test
    @DisplayName("Anscombe's four lines are y = 3.00 + 0.500 x to the digits of the paper")
    void anscombe() {
        for (int i = 1; i <= 4; i++) {
            double[] line = LinearRegression.of(
                            BuiltInData.dataset("anscombe_" + i), List.of("x"), "y", Loss.HALF_MSE, 0, false)
                    .optimum()
                    .orElseThrow()
                    .point();
            assertThat(line[0]).isCloseTo(3, within(0.005));
            assertThat(line[1]).isCloseTo(0.5, within(0.0005));
        }
    }

    @Test
    @DisplayName("hours studied: Newton's optimum, and 2,000 steps at rate 0.5, are -4.07771 and 1.50465")
    void hours() {
        LogisticRegression model = LogisticRegression.of(
                BuiltInData.dataset("hours_studied"), List.of("hours"), "passed", Optional.empty(), 0, false);
        double[] truth = {-4.07771, 1.50465};
        assertThat(model.optimum().orElseThrow().point()).containsExactly(truth, within(5e-6));
        double[] theta = new double[2];
        double[] gradient = new double[2];
        for (int k = 0; k < 2_000; k++) {
            model.gradient(theta, gradient);
            theta[0] -= 0.5 * gradient[0];
            theta[1] -= 0.5 * gradient[1];
        }
        assertThat(theta).containsExactly(truth, within(1e-5));
    }
}
