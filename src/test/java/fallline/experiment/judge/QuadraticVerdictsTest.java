package fallline.experiment.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.objective.Objective;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs on parabolas, where the true word is a function of the rate.
///
/// Along curvature λ the error of each rule is a linear recurrence; its words follow from the root of largest size of
/// its characteristic polynomial (Goh 2017 for momentum; Lessard, Recht & Packard 2016 for Nesterov's method).
class QuadraticVerdictsTest {
    private static final double BETA = 0.9;

    private static final int RATES = 200;

    /// J = λ/2 w².
    private static Objective parabola(double curvature) {
        return Formulas.minimise(curvature / 2 + "*w^2", "w").objective();
    }

    /// r² − p r + q = 0: the size of the larger root.
    private static double largestRoot(double p, double q) {
        double discriminant = p * p / 4 - q;
        return discriminant < 0 ? Math.sqrt(q) : Math.abs(p) / 2 + Math.sqrt(discriminant);
    }

    private static double factor(String rule, double product) {
        return switch (rule) {
            case "gd" -> Math.abs(1 - product);
            case "momentum" -> largestRoot(1 + BETA - product, BETA);
            default -> largestRoot((1 + BETA) * (1 - product), BETA * (1 - product));
        };
    }

    /// Whether the run is shorter than two swings of an error that swings.
    private static boolean isMidSwing(String rule, double product, int steps) {
        double p = rule.equals("momentum") ? 1 + BETA - product : (1 + BETA) * (1 - product);
        double q = rule.equals("momentum") ? BETA : BETA * (1 - product);
        boolean swings = !rule.equals("gd") && q > 0 && p * p / 4 < q;
        return swings && steps * Math.acos(p / 2 / Math.sqrt(q)) < 4 * Math.PI;
    }

    /// |e_N/e_0| by the rule's own recurrence, in plain numbers.
    private static double left(String rule, double product, int steps) {
        double error = 1;
        double velocity = 0;
        for (int k = 0; k < steps; k++) {
            velocity = (rule.equals("gd") ? 0 : BETA) * velocity + product * error;
            error -= rule.equals("nesterov") ? product * error + BETA * velocity : velocity;
        }
        return Math.abs(error);
    }

    private static List<String> truth(String rule, double product, int steps) {
        double factor = factor(rule, product);
        if (factor > 1) {
            return factor > 1 + 1e-6
                    ? List.of("diverging", "diverged")
                    : List.of("diverging", "oscillating", "crawling");
        }
        double share = left(rule, product, steps);
        share *= share;
        if (share < 0.999e-6) {
            return List.of("converged");
        }
        if (isMidSwing(rule, product, steps)) {
            return List.of("not there yet", "crawling"); // half a swing tells no pace
        }
        double more = Math.log(share / 1e-6) / (-2 * Math.log(factor));
        double far = 20.0 * steps;
        String crawling = factor > 1 - 1e-6 ? "oscillating" : "crawling";
        if (more > 1.5 * far) {
            return List.of("crawling", crawling);
        }
        return more < far / 1.5
                ? List.of("not there yet", share < 1.001e-6 ? "converged" : "not there yet")
                : List.of("not there yet", "crawling");
    }

    @ParameterizedTest
    @CsvSource({
        "gd, 2, 100",
        "gd, 1e-6, 57",
        "momentum, 2, 100",
        "momentum, 3e5, 240",
        "nesterov, 2, 100",
        "nesterov, 1e-4, 64"
    })
    @DisplayName("200 rates from far below the limit to beyond it lead to the word that the recurrence has")
    void rates(String rule, double curvature, int steps) {
        double limit =
                switch (rule) {
                    case "gd" -> 2;
                    case "momentum" -> 2 * (1 + BETA);
                    default -> 2 * (1 + BETA) / (1 + 2 * BETA);
                };
        Objective parabola = parabola(curvature);
        for (int i = 0; i < RATES; i++) {
            double product = limit * StrictMath.pow(10, -5 + 5.3 * (i + 0.37) / RATES);
            String word = Judged.of(parabola, Judged.recipe(rule, product / curvature), steps, 20)
                    .word();
            assertThat(word)
                    .as(rule + " at " + product / limit + " of the limit, left " + left(rule, product, steps))
                    .isIn(truth(rule, product, steps));
        }
    }

    @ParameterizedTest
    @CsvSource({"gd, 1", "gd, 1e-7", "gd, 8"})
    @DisplayName("exactly at the limit gradient descent oscillates for ever")
    void atTheLimit(String rule, double curvature) {
        Verdict verdict = Judged.of(parabola(curvature), Judged.recipe(rule, 2 / curvature), 100, 20);
        assertThat(verdict.sentence()).isEqualTo("oscillating: for ever between −20 and 20: α·J″ = 2");
    }

    @Test
    @DisplayName("the sentence of a divergence holds its product and its limit, that of the way its share and the rest")
    void sentences() {
        assertThat(Judged.of(parabola(2), Judged.recipe("gd", 1.05), 100, 20).sentence())
                .isEqualTo("diverging: α·J″ = 2.10 > 2: every step lands farther away than it left");
        // (1 − 2α)^400 is left of J; ln(0.98/10⁻⁶)/(−2 ln(1 − 2α)) steps are
        double rate = (1 - StrictMath.pow(0.98, 1 / 400.0)) / 2;
        assertThat(Judged.of(parabola(2), Judged.recipe("gd", rate), 200, 20).cause())
                .isEqualTo("2 % of the way after 200 steps; at this rate about 140\u202f000 more");
    }
}
