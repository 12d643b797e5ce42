package fallline.experiment.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Box;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FirstRate;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The word of a run does not depend on the units of J and of the parameters.
class UnitsTest {
    /// s·J((φ − shift)/unit) of another objective's J: the same run in other units.
    private record InUnits(Objective plain, double scale, double unit, double shift) implements Objective {
        private double[] own(double[] theta) {
            return Arrays.stream(theta).map(value -> (value - shift) / unit).toArray();
        }

        @Override
        public int dimension() {
            return plain.dimension();
        }

        @Override
        public List<String> parameterNames() {
            return plain.parameterNames();
        }

        @Override
        public Goal goal() {
            return plain.goal();
        }

        @Override
        public double value(double[] theta) {
            return scale * plain.value(own(theta));
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            double value = plain.gradient(own(theta), gradient);
            for (int i = 0; i < theta.length; i++) {
                gradient[i] *= scale / unit;
            }
            return scale * value;
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            plain.hessianTimes(own(theta), direction, product);
            for (int i = 0; i < theta.length; i++) {
                product[i] *= scale / unit / unit;
            }
        }

        @Override
        public Optional<Optimum> optimum() {
            return plain.optimum()
                    .map(best -> new Optimum(
                            Arrays.stream(best.point()).map(this::there).toArray(),
                            scale * best.value(),
                            best.source()));
        }

        private double there(double value) {
            return value * unit + shift;
        }

        @Override
        public boolean isConvex() {
            return plain.isConvex();
        }

        @Override
        public Optional<Box> box() {
            return plain.box()
                    .map(box -> new Box(
                            Arrays.stream(box.low()).map(this::there).toArray(),
                            Arrays.stream(box.high()).map(this::there).toArray()));
        }

        @Override
        public Objective twin() {
            return new InUnits(plain.twin(), scale, unit, shift);
        }
    }

    private static RunTask task(InUnits units, FirstRate first, double[] start) {
        RunRecipe recipe = Judged.recipe(first.family(), first.rate() * units.unit() * units.unit() / units.scale());
        double[] there = Arrays.stream(start).map(units::there).toArray();
        return Judged.task(units, recipe, first.steps(), there);
    }

    /// Whether rounding led to another path, as it does where a run lands on a kink or on a ridge.
    private static boolean apart(Trace plain, Trace other, InUnits units) {
        if (plain.length() != other.length()) {
            return true;
        }
        for (int k = 0; k < plain.length(); k++) {
            for (int i = 0; i < plain.dimension(); i++) {
                double place = plain.parameter(k, i);
                double there = (other.parameter(k, i) - units.shift()) / units.unit();
                if (Math.abs(place - there) > 1e-6 * Math.max(1, Math.abs(place))) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "1e-9, 1, 0",
        "1e9, 1, 0",
        "9.313225746154785e-10, 1, 0",
        "1, 1024, 0",
        "1, 0.0009765625, 0",
        "1, 1000, 0",
        "1, 1, 4"
    })
    @DisplayName("every catalogue function from each of its starts ends in the same word in other units")
    void functions(double scale, double unit, double shift) {
        int apart = 0;
        int runs = 0;
        for (CatalogueFunction card : FunctionCatalogue.all()) {
            Objective objective =
                    Problems.function(card, Map.of(), Goal.MINIMISE).objective();
            InUnits plain = new InUnits(objective, 1, 1, 0);
            InUnits units = new InUnits(objective, scale, unit, shift);
            for (List<Double> at : card.starts()) {
                double[] start = at.stream().mapToDouble(Double::doubleValue).toArray();
                for (FirstRate first : card.rates()) {
                    if (first.family().equals("adam")) {
                        continue; // its steps depend on ε, which has J's units
                    }
                    RunTask one = task(plain, first, start);
                    RunTask two = task(units, first, start);
                    Trace here = Judged.trace(one);
                    Trace there = Judged.trace(two);
                    runs++;
                    if (apart(here, there, units)) {
                        apart++;
                    } else {
                        assertThat(Judge.verdict(two, there).word())
                                .as(card.id() + " " + at + " " + first.family())
                                .isEqualTo(Judge.verdict(one, here).word());
                    }
                }
            }
        }
        assertThat(apart).as("other paths by rounding").isLessThan(runs / 10);
    }
}
