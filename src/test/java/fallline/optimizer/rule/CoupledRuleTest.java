package fallline.optimizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.RandomStream;
import fallline.optimizer.Equation;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Update;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules whose parameters do not move each by itself.
@DisplayName("A rule that sums, reads the loss, or looks elsewhere")
class CoupledRuleTest {
    /// A sum of sums, a mean of states, the loss, a look at another point, and a rate that is worked out.
    private static final String ALL = """
            beta = 0.9 (0 .. 1)
            state m = 0, first = theta, count = 0
            spread = sum((theta - first)^2)
            near = beta*sqrt(spread)
            at <- theta + near*first/10
            n = sum(g^2)
            m <- beta*m + (1 - beta)*g/(1 + sqrt(n))
            count <- count + 1
            along = sum(m*g)
            many = sum(2)
            lr = 0.1/(1 + abs(loss) + abs(along) + near + many + beta^t)/count
            theta <- theta - lr*m
            """;

    /// J = ½ Σ i x², and where it was asked.
    private static final class Bowl implements Evaluation {
        private double[] last = {};

        @Override
        public double gradient(double[] theta, double[] gradient) {
            last = theta.clone();
            double value = 0;
            for (int i = 0; i < theta.length; i++) {
                gradient[i] = (i + 1) * theta[i];
                value += 0.5 * (i + 1) * theta[i] * theta[i];
            }
            return value;
        }

        @Override
        public double value(double[] theta) {
            throw new IllegalStateException("not asked");
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            throw new IllegalStateException("not asked");
        }
    }

    @Test
    @DisplayName("makes the steps that its lines say, compiled and interpreted to the bit")
    void steps() {
        RuleOptimizer rule = RuleOptimizer.parse("all", ALL);
        int n = 5;
        Update compiled = rule.update(n);
        assertThat(compiled).isInstanceOf(CoupledUpdate.class);
        Update interpreted = rule.interpreted(n);
        RandomStream random = RandomStream.of(4);
        double[] theta = new double[n];
        for (int i = 0; i < n; i++) {
            theta[i] = random.normal();
        }
        double[] first = theta.clone();
        double[] same = theta.clone();
        double[] own = theta.clone();
        double[] m = new double[n];
        double[] hyper = {0.8};
        double[][] states = new double[2][rule.stateSize(n)];
        compiled.start(theta, hyper, states[0]);
        interpreted.start(same, hyper, states[1]);
        Bowl bowl = new Bowl();
        double power = 1;
        for (int t = 1; t <= 30; t++) {
            double spread = 0;
            for (int i = 0; i < n; i++) {
                spread += (own[i] - first[i]) * (own[i] - first[i]);
            }
            double near = 0.8 * Math.sqrt(spread);
            double[] at = new double[n];
            for (int i = 0; i < n; i++) {
                at[i] = own[i] + near * first[i] / 10;
            }
            double[] g = new double[n];
            double loss = bowl.gradient(at, g);
            double squares = 0;
            for (double x : g) {
                squares += x * x;
            }
            double along = 0;
            for (int i = 0; i < n; i++) {
                m[i] = 0.8 * m[i] + (1 - 0.8) * g[i] / (1 + Math.sqrt(squares));
                along += m[i] * g[i];
            }
            power *= 0.8;
            double rate = 0.1 / (1 + Math.abs(loss) + Math.abs(along) + near + 10 + power) / t;
            for (int i = 0; i < n; i++) {
                own[i] -= rate * m[i];
            }
            double[] look = new double[n];
            compiled.lookFrom(theta, hyper, states[0], t, look);
            assertThat(compiled.step(theta, hyper, states[0], t, bowl)).isEqualTo(rate);
            assertThat(bowl.last).containsExactly(look).containsExactly(at);
            assertThat(interpreted.step(same, hyper, states[1], t, bowl)).isEqualTo(rate);
            assertThat(theta).as("step %d", t).containsExactly(own);
            assertThat(same).containsExactly(own);
            assertThat(states[0]).containsExactly(states[1]);
        }
    }

    @Test
    @DisplayName("is typeset: sums with their sign, the loss as J, the point with its own letter")
    void typeset() {
        List<String> lines = RuleOptimizer.parse("all", ALL).equations().stream()
                .map(Equation::latex)
                .toList();
        assertThat(lines.get(0)).isEqualTo("\\mathit{spread} = \\sum \\left(\\theta - \\mathit{first}\\right)^{2}");
        assertThat(lines.get(2)).startsWith("\\tilde{\\theta} \\leftarrow \\theta + ");
        assertThat(lines.get(3)).isEqualTo("n = \\sum g^{2}");
        assertThat(lines.get(8)).contains("\\left|J\\right|");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "theta <- theta - lr*g/sqrt(sum(g^2)) | a sum over all parameters has a line of its own: write n = sum(g^2), and below it read n",
                "n = 2*sum(g^2) | a sum over all parameters has a line of its own",
                "n = sum(g^2)*2 | a sum over all parameters has a line of its own",
                "b = g; at <- theta + b | where the slope is read must be said before g and loss are: move this line up",
                "g <- theta; at <- theta | where the slope is read must be said before g and loss are",
                "l = loss; at <- theta + l | where the slope is read must be said before g and loss are",
                "state z = g | unknown name 'g'",
                "n = sum(q) | unknown name 'q'",
                "l = loss; loss = 3 | the name 'loss' is declared twice",
                "at <- theta; at = 3 | the name 'at' is declared twice"
            })
    @DisplayName("tells what is wrong in a sentence, with its line")
    void mistakes(String lines, String sentence) {
        String text = "lr = 0.1 (0.01 .. 1)\n" + lines.replace("; ", "\n") + "\ntheta <- theta - lr*g";
        assertThatThrownBy(() -> RuleOptimizer.parse("wrong", text))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    @DisplayName("has a rate that is one number for all parameters")
    void rate() {
        assertThatThrownBy(() -> RuleOptimizer.parse("wrong", "lr = 0.1/(1 + abs(g))\ntheta <- theta - lr*g"))
                .hasMessageContaining("lr must be one number for all parameters");
        RuleOptimizer rule = RuleOptimizer.parse("fine", "n = sum(abs(g))\nlr = 1/(1 + n)\ntheta <- theta - lr*g");
        assertThat(rule.hasRate()).isFalse();
        assertThat(rule.takesLineSearch()).isFalse();
    }

    @Test
    @DisplayName("leaves the names sum, loss and at to texts that declare them")
    void ownNames() {
        RuleOptimizer rule = RuleOptimizer.parse("own", """
                lr = 0.1 (0.01 .. 1)
                state sum = 0, at = 1, loss = 2
                sum <- sum + 1
                at <- at + sum*(loss)
                loss <- loss*(at)
                theta <- theta - lr*g*loss
                """);
        Update update = rule.update(1);
        assertThat(update).isInstanceOf(CompiledUpdate.class);
        double[] theta = {3};
        double[] state = new double[rule.stateSize(1)];
        update.start(theta, new double[] {0.1}, state);
        update.step(theta, new double[] {0.1}, state, 1, new Bowl());
        assertThat(state).containsExactly(1, 3, 6);
        assertThat(theta[0]).isEqualTo(3 - 0.1 * 3 * 6);
    }

    @Test
    @DisplayName("that is too large to compile is interpreted")
    void large() {
        StringBuilder text = new StringBuilder("lr = 0.1 (0.01 .. 1)\na0 = g\n");
        for (int i = 1; i < 400; i++) {
            text.append("a%d = sin(g + %d) + cos(theta*%d) + a%d\n".formatted(i, i, i, i - 1));
        }
        RuleOptimizer rule = RuleOptimizer.parse("large", text + "n = sum(a399)\ntheta <- theta - lr*n\n");
        double[] theta = {0.5, 1};
        double[] g = {0.5, 2};
        double n = 0;
        for (int i = 0; i < 2; i++) {
            double a = g[i];
            for (int j = 1; j < 400; j++) {
                a = StrictMath.sin(g[i] + j) + StrictMath.cos(theta[i] * j) + a;
            }
            n += a;
        }
        double[] expected = {0.5 - 0.1 * n, 1 - 0.1 * n};
        assertThat(rule.update(2)).isInstanceOf(InterpretedUpdate.class);
        rule.update(2).step(theta, new double[] {0.1}, new double[0], 1, new Bowl());
        assertThat(theta).containsExactly(expected);
    }
}
