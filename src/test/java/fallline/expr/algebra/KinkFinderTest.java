package fallline.expr.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The kinks of a formula")
class KinkFinderTest {
    private static final List<String> VARIABLES = List.of("w", "x", "y");

    private static List<Kink> kinks(String formula) {
        try {
            return KinkFinder.find(Parser.parse(formula, Scope.of("w", "x", "y", "a", "b")), VARIABLES);
        } catch (FormulaException e) {
            throw new AssertionError(formula, e);
        }
    }

    @ParameterizedTest(name = "{0} : {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "abs(w); at w = 0; CORNER",
                "abs(w - 2) + w^2; at w = 2; CORNER",
                "abs(3 - 2w); at w = 1.5; CORNER",
                "max(x, y); where x = y; CORNER",
                "max(0, 1 - w); at w = 1; CORNER",
                "min(w^2, 3); where w^2 = 3; CORNER",
                "abs(w - a); where w - a = 0; CORNER",
                "sign(w); at w = 0; JUMP",
                "floor(2w); where 2 w is whole; JUMP",
                "sqrt(w); at w = 0; STEEP",
                "sqrt(x^2 + y^2); where x^2 + y^2 = 0; STEEP",
                "w^0.5; at w = 0; STEEP",
                "acos(w); where w is 1 or -1; STEEP",
                "if(w > 1, w, w^2); at w = 1; SEAM",
                "if(x <= y, x, 2); where x = y; SEAM",
            })
    @DisplayName("are told in terms of its own parts, solved where they are a number of one variable")
    void places(String formula, String where, Kink.Kind kind) {
        assertThat(kinks(formula)).singleElement().satisfies(kink -> {
            assertThat(kink.where()).isEqualTo(where);
            assertThat(kink.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w^2 + 3 w",
                "sqrt(1 + w^2)",
                "sqrt(exp(w))",
                "abs(w^2 + 1)",
                "abs(w)^3",
                "max(0, w)^2",
                "sqrt(w)^2",
                "abs(a) w",
                "if(a > 1, w, w^2)",
                "if(w == 0, 1, sin(w)/w)",
                "min(2, 3) w",
                "log(w) + 1/w"
            })
    @DisplayName("are not seen where there are none, where only parameters decide, or where a power smooths them")
    void smooth(String formula) {
        assertThat(kinks(formula)).isEmpty();
    }

    @Test
    @DisplayName("are told once each, in the written order")
    void several() {
        assertThat(kinks("abs(w) + abs(w) + max(x, y) + sqrt(abs(w - 1))"))
                .extracting(Kink::place)
                .containsExactly("w = 0", "x = y", "w = 1", "abs(w - 1) = 0");
    }

    @Test
    @DisplayName("of a corner in one variable lie where the slopes on both sides differ")
    void slopes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            int rate = 1 + random.nextInt(9);
            int shift = random.nextInt(-20, 20);
            String formula = String.format(Locale.ROOT, "abs(%d w + %d) + w^2", rate, shift);
            Kink kink = kinks(formula).getFirst();
            double place = Double.parseDouble(kink.place().substring("w = ".length()));
            assertThat(Math.abs(rate * place + shift)).isLessThan(1e-12);
            double left = slope(formula, place - 1e-3);
            double right = slope(formula, place + 1e-3);
            assertThat(right - left).isCloseTo(2.0 * rate, org.assertj.core.data.Offset.offset(0.01));
        }
    }

    private static double slope(String formula, double at) {
        try {
            Expr expr = Parser.parse(formula, Scope.of("w"));
            double[] gradient = new double[1];
            new Interpreter(expr, List.of("w"), 1).gradient(new double[] {at}, gradient);
            return gradient[0];
        } catch (FormulaException e) {
            throw new AssertionError(formula, e);
        }
    }

    @Test
    @DisplayName("of a very large formula are found without delay, at most fifty of them")
    void large() {
        assertThat(kinks("w" + "+abs(w x - y)".repeat(1_000))).hasSize(1);
        StringBuilder many = new StringBuilder("w");
        for (int i = 0; i < 900; i++) {
            many.append("+abs(w-").append(i).append(')');
        }
        assertThat(kinks(many.toString())).hasSize(50);
        assertThat(kinks("abs(1+".repeat(400) + "w" + ")".repeat(400))).isNotEmpty();
    }
}
