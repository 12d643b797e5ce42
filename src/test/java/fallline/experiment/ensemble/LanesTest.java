package fallline.experiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.RandomExpressions;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.formula.FormulaObjective;
import fallline.objective.formula.FormulaParameter;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs side by side against the same runs by the ordinary engine.
class LanesTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();

    /// Cells of each ensemble that are compared.
    private static final int LOOKED_AT = 25;

    /// Smooth ones, holes, kinks, choices, overflow, and one with a parameter.
    private static final List<String> FORMULAS = List.of(
            "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
            "(1 - x)^2 + 100*(y - x^2)^2",
            "x^2 + a*y^2",
            "log(x) + 1/y",
            "sqrt(x^2 + y^2) + sqrt(x + 3)",
            "abs(x) + 2*abs(y - 1) + max(x, y) + min(x*y, 3)",
            "if(x > 0, x^2, if(y < 1, exp(-x) - 1, y^3)) + relu(y)*x + (x > y)*y",
            "20 - 20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + e",
            "x^y + y^-3 + x^64",
            "sigmoid(3*x*y) + softplus(x - y) + atan2(y, x) + cbrt(x) + tanh(y)",
            "asin(x/3) + acos(y/4) + log10(x + 5) + log1p(y) + expm1(x*y) + sinh(x) + cosh(y) + tan(x)",
            "floor(x) + sign(y)*y^2 + x^2 + a^3*log(a)",
            "3*x - y",
            "y^2");

    private final SplittableRandom random = new SplittableRandom(15);

    static Stream<String> rules() {
        return CATALOGUE.all().stream()
                .filter(RuleOptimizer.class::isInstance)
                .filter(optimizer -> optimizer.hyperparameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(Hyperparameter.LEARNING_RATE)))
                .map(Optimizer::id);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("every rule on every formula: cells side by side have the bits of single runs")
    void everyRule(String id) throws FormulaException {
        for (int i = 0; i < 5; i++) {
            String text = FORMULAS.get((i * 3 + id.length()) % FORMULAS.size());
            Goal goal = random.nextInt(4) == 0 ? Goal.MAXIMISE : Goal.MINIMISE;
            Objective objective = Problems.formula(
                            text, List.of("x", "y"), Map.of("a", new FormulaParameter(2.5, 0, 3)), goal)
                    .objective();
            compare(text, objective, CATALOGUE.find(id, Map.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("random formulas, smooth ones and any: the same")
    void randomFormulas(boolean smooth) {
        List<String> ids = rules().toList();
        for (int seed = 0; seed < 30; seed++) {
            Expr formula = new RandomExpressions(seed, smooth).next(4);
            Objective objective = new FormulaObjective(
                    formula, List.of("x", "y"), Map.of("a", random.nextDouble(-3, 3)), Goal.MINIMISE);
            compare(formula.toString(), objective, CATALOGUE.find(ids.get(seed % ids.size()), Map.of()));
        }
    }

    /// Makes an ensemble at random and compares some of its cells.
    private void compare(String formula, Objective objective, Optimizer optimizer) {
        int cells = 13 + random.nextInt(random.nextInt(4) == 0 ? 250 : 30);
        RunRecipe recipe = RunRecipe.of(optimizer.id(), settings(optimizer)).withSchedule(schedule());
        double[] origin = {random.nextDouble(-3, 3), random.nextDouble(-3, 3)};
        RunTask base = new RunTask(objective, optimizer, recipe, origin, 1, 1 + random.nextInt(40));
        Optional<Target> target = random.nextBoolean()
                ? Optional.of(
                        random.nextInt(3) > 0
                                ? new Target(random.nextDouble(-2, 2), random.nextDouble(0.01, 20))
                                : Target.level(objective.goal(), random.nextDouble(-1e3, 20)))
                : Optional.empty();
        int[] marks = IntStream.range(0, random.nextInt(3))
                .map(_ -> random.nextInt(base.steps() + 1))
                .sorted()
                .toArray();
        Ensemble ensemble = new Ensemble(base, cells, starts(origin, cells), varying(optimizer, cells), target);
        EnsembleRunner runner = new EnsembleRunner();
        boolean passes = optimizer instanceof RuleOptimizer rule && rule.isElementwise();
        assertThat(runner.isQuick(ensemble) || !passes || !(recipe.schedule() instanceof Schedule.Constant))
                .as("%s with %s in lanes", formula, recipe)
                .isTrue();
        Outcomes quick = Outcomes.of(ensemble, marks);
        runner.run(ensemble, EnsembleRunner.inOrder(cells), 0, cells, quick, () -> false);
        Outcomes single = Outcomes.of(ensemble, marks);
        for (int i = 0; i < LOOKED_AT; i++) {
            int cell = random.nextInt(cells);
            Cells.run(ensemble, cell, single, () -> false);
            assertThat(described(quick, cell))
                    .as("%s with %s from %s, %s", formula, recipe, Arrays.toString(ensemble.start(cell)), ensemble)
                    .isEqualTo(described(single, cell));
        }
    }

    private Map<String, HyperValue> settings(Optimizer optimizer) {
        boolean decays =
                optimizer.hyperparameters().stream().anyMatch(p -> p.name().equals("weight_decay"));
        HyperValue rate = HyperValue.of(Math.pow(10, random.nextDouble(-4, 0.5)));
        return decays && random.nextInt(3) == 0
                ? Map.of("lr", rate, "weight_decay", HyperValue.of(0.05))
                : Map.of("lr", rate);
    }

    private Schedule schedule() {
        return switch (random.nextInt(8)) {
            case 0 -> new Schedule.Exponential(0.95);
            case 1 -> new Schedule.Steps(7, 0.3);
            default -> Schedule.constant();
        };
    }

    private Starts starts(double[] origin, int cells) {
        double[][] numbers = new double[2][cells];
        double[] special = {0, -0.0, 1e-310, 1e80, -1e160, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 1, 3};
        for (double[] row : numbers) {
            for (int i = 0; i < cells; i++) {
                row[i] = random.nextInt(10) == 0 ? special[random.nextInt(special.length)] : random.nextDouble(-5, 5);
            }
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Starts.Same();
            case 1 -> new Starts.Each(numbers);
            default -> new Starts.Plane(origin, new double[] {1, 0.25}, new double[] {0, 1}, numbers[0], numbers[1]);
        };
    }

    /// Up to two settings that differ.
    private List<CellSetting> varying(Optimizer optimizer, int cells) {
        List<Hyperparameter> ranges = new ArrayList<>(optimizer.hyperparameters().stream()
                .filter(parameter -> parameter.kind() instanceof Hyperparameter.Range)
                .toList());
        Collections.shuffle(ranges, new java.util.Random(random.nextLong()));
        List<CellSetting> settings = new ArrayList<>();
        for (Hyperparameter parameter : ranges.subList(0, random.nextInt(3))) {
            Hyperparameter.Range range = (Hyperparameter.Range) parameter.kind();
            double[] values = new double[cells];
            for (int i = 0; i < cells; i++) {
                double share = random.nextDouble();
                values[i] = range.logarithmic()
                        ? range.low() * Math.pow(range.high() / range.low(), share)
                        : range.low() + share * (range.high() - range.low());
            }
            settings.add(new CellSetting(parameter.name(), values));
        }
        return settings;
    }

    private static String described(Outcomes outcomes, int cell) {
        return cell + " " + outcomes.state(cell) + " at " + outcomes.lastStep(cell) + ": J "
                + bits(outcomes.loss(cell)) + " θ " + bits(outcomes.parameter(0, cell)) + " "
                + bits(outcomes.parameter(1, cell)) + " reached " + outcomes.reachedStep(cell) + " with "
                + outcomes.reachedGradients(cell) + " and " + outcomes.reachedFunctions(cell) + " of "
                + outcomes.gradients(cell) + " and " + outcomes.functions(cell) + marked(outcomes, cell);
    }

    /// θ at the marks that the run came to.
    private static String marked(Outcomes outcomes, int cell) {
        StringBuilder text = new StringBuilder();
        for (int mark = 0; mark < outcomes.marks(); mark++) {
            if (outcomes.markStep(mark) <= outcomes.lastFiniteStep(cell)) {
                text.append(" at ")
                        .append(outcomes.markStep(mark))
                        .append(": ")
                        .append(bits(outcomes.marked(mark, 0, cell)))
                        .append(bits(outcomes.marked(mark, 1, cell)));
            }
        }
        return text.toString();
    }

    private static String bits(double number) {
        return number + " (" + Long.toHexString(Double.doubleToLongBits(number)) + ")";
    }

    @Test
    @DisplayName("outcomes do not depend on order, blocks and threads")
    void anySplit() throws FormulaException {
        int cells = 1000;
        double[][] starts = new double[2][cells];
        for (double[] row : starts) {
            Arrays.setAll(row, _ -> random.nextDouble(-8, 8));
        }
        RunTask base = new RunTask(
                Problems.formula(FORMULAS.getFirst(), List.of("x", "y"), Map.of(), Goal.MINIMISE)
                        .objective(),
                CATALOGUE.find("gd", Map.of()),
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.02))),
                new double[2],
                0,
                50);
        Ensemble ensemble =
                new Ensemble(base, cells, new Starts.Each(starts), List.of(), Optional.of(new Target(0, 1e-6)));
        int[] order = EnsembleRunner.inOrder(cells);
        Outcomes straight = Outcomes.of(ensemble);
        EnsembleRunner runner = new EnsembleRunner();
        runner.run(ensemble, order, 0, cells, straight, () -> false);
        for (int i = cells - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        Outcomes spread = Outcomes.of(ensemble);
        runner.runAll(ensemble, order, spread, () -> false, _ -> {});
        Outcomes pieces = Outcomes.of(ensemble);
        for (int from = 0; from < cells; from += 77) {
            runner.run(ensemble, order, from, Math.min(cells, from + 77), pieces, () -> false);
        }
        int ended = 0;
        for (int cell = 0; cell < cells; cell++) {
            assertThat(described(spread, cell)).isEqualTo(described(straight, cell));
            assertThat(described(pieces, cell)).isEqualTo(described(straight, cell));
            ended += straight.state(cell) == CellState.DIVERGED ? 1 : 0;
        }
        assertThat(ended).as("some diverge, some do not").isBetween(1, cells - 1);
    }
}
