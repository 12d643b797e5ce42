package fallline.objective.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.expr.Expr;
import fallline.expr.compile.Compiler;
import fallline.expr.eval.Interpreter;
import fallline.expr.eval.ScalarFunction;
import fallline.objective.Goal;
import fallline.objective.Golden;
import fallline.objective.Optimum;
import fallline.objective.formula.CatalogueFunction.Interval;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares the catalogue with numbers of 50 digits that were computed elsewhere, and with itself.
class FunctionCatalogueTest {
    private static final double PROBE = 1e-9;

    static Stream<JsonNode> golden() {
        return StreamSupport.stream(
                Golden.read("functions.json").get("functions").spliterator(), false);
    }

    static Stream<CatalogueFunction> all() {
        return FunctionCatalogue.all().stream();
    }

    private static Problem.Formula problem(CatalogueFunction card) {
        return Problems.function(card, Map.of(), Goal.MINIMISE);
    }

    private static Problem.Formula problem(JsonNode golden) {
        return problem(FunctionCatalogue.find(golden.get("id").asText()));
    }

    private static void close(String place, double actual, double expected) {
        assertThat(actual).as(place).isCloseTo(expected, within(PROBE * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest
    @MethodSource("golden")
    @DisplayName("a reference function has its box, its starts, and all its known points")
    void facts(JsonNode golden) {
        Problem.Formula problem = problem(golden);
        CatalogueFunction card = problem.card().orElseThrow();
        for (int i = 0; i < card.box().size(); i++) {
            JsonNode side = golden.get("domain").get(i);
            assertThat(card.box().get(i))
                    .isEqualTo(new Interval(side.get(0).asDouble(), side.get(1).asDouble()));
        }
        List<List<Double>> starts = new ArrayList<>();
        golden.get("suggested_starts")
                .forEach(start ->
                        starts.add(Arrays.stream(Golden.numbers(start)).boxed().toList()));
        assertThat(card.starts()).isEqualTo(starts);
        golden.get("minima").forEach(point -> known(problem, point, List.of("minimum", "minimum in the box")));
        golden.get("other_stationary_points").forEach(point -> {
            String kind = point.get("kind").asText();
            known(
                    problem,
                    point,
                    List.of(Map.of("local maximum", "maximum", "degenerate saddle", "saddle")
                            .getOrDefault(kind, kind)));
        });
    }

    private static void known(Problem.Formula problem, JsonNode point, List<String> kinds) {
        double[] wanted = Golden.numbers(point.get("x"));
        assertThat(problem.knownPoints()).anySatisfy(placed -> {
            assertThat(placed.at()).containsExactly(wanted, within(1e-12));
            assertThat(placed.kind().word()).isIn(kinds);
        });
        close(
                problem.expression(),
                problem.objective().value(wanted),
                point.get("f").asDouble());
    }

    @ParameterizedTest
    @MethodSource("golden")
    @DisplayName("value, gradient and Hessian agree with 50-digit arithmetic to 1e-9")
    void probes(JsonNode golden) {
        FormulaObjective objective = problem(golden).objective();
        for (JsonNode probe : golden.get("probes")) {
            double[] theta = Golden.numbers(probe.get("x"));
            String place = golden.get("id").asText() + " at " + probe.get("x");
            double[] gradient = new double[theta.length];
            close(place, objective.value(theta), probe.get("f").asDouble());
            close(place, objective.gradient(theta, gradient), probe.get("f").asDouble());
            for (int i = 0; probe.has("grad") && i < theta.length; i++) {
                close(place, gradient[i], probe.get("grad").get(i).asDouble());
            }
            for (int i = 0; probe.has("hessian") && i < theta.length; i++) {
                double[] direction = new double[theta.length];
                direction[i] = 1;
                double[] product = new double[theta.length];
                objective.hessianTimes(theta, direction, product);
                for (int j = 0; j < theta.length; j++) {
                    close(place, product[j], probe.get("hessian").get(i).get(j).asDouble());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    @DisplayName("the gradient vanishes at every stationary point, and the curvature has the signs that are known")
    void stationary(JsonNode golden) {
        FormulaObjective objective = problem(golden).objective();
        Stream.of("minima", "other_stationary_points")
                .flatMap(list -> StreamSupport.stream(golden.get(list).spliterator(), false))
                .filter(point -> point.has("hessian_eigenvalues"))
                .forEach(point -> {
                    double[] theta = Golden.numbers(point.get("x"));
                    double[] wanted = Golden.numbers(point.get("hessian_eigenvalues"));
                    double scale = Math.max(1, Math.abs(wanted[wanted.length - 1]));
                    double[] gradient = new double[theta.length];
                    objective.gradient(theta, gradient);
                    for (double slope : gradient) {
                        assertThat(slope).as("slope at " + point.get("x")).isCloseTo(0, within(1e-11 * scale));
                    }
                    Spectrum spectrum = Spectrum.of(Hessian.ofDescent(objective, theta));
                    assertThat(spectrum.smallest()).isCloseTo(wanted[0], within(1e-8 * scale));
                    assertThat(spectrum.largest()).isCloseTo(wanted[wanted.length - 1], within(1e-8 * scale));
                });
    }

    @Test
    @DisplayName("the gradient of the eggholder at the edge of its box is the known one")
    void edge() {
        JsonNode golden = golden().filter(one -> one.get("id").asText().equals("eggholder"))
                .findFirst()
                .orElseThrow();
        JsonNode point = golden.get("minima").get(0);
        double[] gradient = new double[2];
        problem(golden).objective().gradient(Golden.numbers(point.get("x")), gradient);
        double[] wanted = Golden.numbers(point.get("gradient_at_minimum"));
        assertThat(gradient[0]).isCloseTo(wanted[0], within(1e-9));
        assertThat(gradient[1]).isCloseTo(wanted[1], within(1e-9));
        assertThat(problem(golden).objective().optimum())
                .as("the least of a box is not the least of all")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("golden")
    @DisplayName("J* is the global minimum that another program found")
    void optimum(JsonNode golden) {
        Optional<Optimum> optimum = problem(golden).objective().optimum();
        if (golden.has("global_min")
                && !List.of("eggholder", "mccormick").contains(golden.get("id").asText())) {
            assertThat(optimum).isPresent();
            close("J*", optimum.get().value(), golden.get("global_min").asDouble());
        } else {
            assertThat(optimum).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("compiled and interpreted, a function has the same bits")
    void bits(CatalogueFunction card) {
        List<String> slots = new ArrayList<>(card.variables());
        slots.addAll(card.parameters().keySet());
        Expr formula = card.formula();
        int n = card.variables().size();
        Interpreter interpreter = new Interpreter(formula, slots, n);
        ScalarFunction compiled = Compiler.compile(formula, slots, n).twin();
        SplittableRandom random = new SplittableRandom(card.id().hashCode());
        double[] expected = new double[n];
        double[] actual = new double[n];
        int finite = 0;
        for (int trial = 0; trial < 500; trial++) {
            double[] place = randomPlace(card, random);
            double value = interpreter.value(place);
            finite += Double.isFinite(value) ? 1 : 0;
            same(compiled.value(place), value);
            same(compiled.gradient(place, actual), interpreter.gradient(place, expected));
            same(actual, expected);
            double[] direction = random.doubles(n, -1, 1).toArray();
            interpreter.hessianTimes(place, direction, expected);
            compiled.hessianTimes(place, direction, actual);
            same(actual, expected);
        }
        assertThat(finite).as("points with a value").isGreaterThan(300);
    }

    private static void same(double[] actual, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            same(actual[i], expected[i]);
        }
    }

    private static void same(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual)).isEqualTo(Double.doubleToLongBits(expected));
    }

    private static double[] randomPlace(CatalogueFunction card, SplittableRandom random) {
        List<Double> place = new ArrayList<>();
        card.box().forEach(side -> place.add(random.nextDouble(side.low(), side.high())));
        card.parameters().values().forEach(range -> place.add(random.nextDouble(range.min(), range.max())));
        return place.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("every known point is what its card says, for all parameters for which it is claimed")
    void claims(CatalogueFunction card) {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 20; trial++) {
            Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
            boolean moved = trial > 0 && !card.parameters().isEmpty();
            if (moved) {
                card.parameters()
                        .forEach((name, range) -> parameters.put(
                                name,
                                new FormulaParameter(
                                        random.nextDouble(range.min(), range.max()), range.min(), range.max())));
            }
            Problem.Formula problem = Problems.function(card, parameters, Goal.MINIMISE);
            problem.knownPoints().forEach(point -> checkPoint(problem, point, random));
        }
    }

    /// A minimum is no higher than its surroundings, nor, if it is global, than anywhere in the box; a maximum the
    /// other way round; a saddle has both higher and lower surroundings.
    private static void checkPoint(Problem.Formula problem, KnownPoint.Placed point, SplittableRandom random) {
        FormulaObjective objective = problem.objective();
        CatalogueFunction card = problem.card().orElseThrow();
        double here = objective.value(point.at());
        double noise = 1e-12 * Math.max(1, Math.abs(here));
        int lower = 0;
        int higher = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] near = point.at().clone();
            for (int i = 0; i < near.length; i++) {
                Interval side = card.box().get(i);
                double reach = 1e-3 * Math.min(1, side.high() - side.low());
                near[i] = Math.clamp(near[i] + random.nextDouble(-reach, reach), side.low(), side.high());
            }
            double there = objective.value(near);
            lower += there < here - noise ? 1 : 0;
            higher += there > here + noise ? 1 : 0;
        }
        String name = card.id() + " " + point.kind().word() + " " + Arrays.toString(point.at());
        switch (point.kind()) {
            case MINIMUM, MINIMUM_IN_THE_BOX -> {
                assertThat(lower).as(name).isZero();
                for (int trial = 0; trial < 2000; trial++) {
                    double anywhere = objective.value(Arrays.copyOf(randomPlace(card, random), point.at().length));
                    assertThat(anywhere).as(name).matches(value -> Double.isNaN(value) || value >= here - noise);
                }
            }
            case LOCAL_MINIMUM -> assertThat(lower).as(name).isZero();
            case MAXIMUM -> assertThat(higher).as(name).isZero();
            case SADDLE -> {
                assertThat(lower).as(name).isPositive();
                assertThat(higher).as(name).isPositive();
            }
        }
    }

    @Test
    @DisplayName("with a moved parameter only those points are claimed that the card gives as formulas or for ever")
    void moved() {
        Problem.Formula rosenbrock = with("rosenbrock", "a", 2);
        assertThat(rosenbrock.knownPoints()).singleElement().satisfies(point -> assertThat(point.at())
                .containsExactly(2, 4));
        assertThat(rosenbrock.objective().optimum()).hasValueSatisfying(best -> {
            assertThat(best.point()).containsExactly(2, 4);
            assertThat(best.value()).isZero();
        });
        assertThat(with("ellipse", "k", 7).knownPoints()).hasSize(1);
        assertThat(with("cliff", "h", 2).knownPoints()).isEmpty();
        assertThat(with("cliff", "h", 2).objective().optimum()).isEmpty();
        assertThat(with("cliff", "h", 4).knownPoints()).hasSize(1);
    }

    private static Problem.Formula with(String id, String parameter, double value) {
        CatalogueFunction card = FunctionCatalogue.find(id);
        FormulaParameter usual = Objects.requireNonNull(card.parameters().get(parameter));
        return Problems.function(
                card, Map.of(parameter, new FormulaParameter(value, usual.min(), usual.max())), Goal.MINIMISE);
    }

    @Test
    @DisplayName("whoever maximises is not told that a minimum is best")
    void maximised() {
        CatalogueFunction card = FunctionCatalogue.find("rosenbrock");
        Problem.Formula problem = Problems.function(card, Map.of(), Goal.MINIMISE);
        assertThat(Problems.withGoal(problem, Goal.MAXIMISE)).satisfies(other -> {
            assertThat(other.card()).contains(card);
            assertThat(other.objective().optimum()).isEmpty();
            assertThat(other.goal()).isEqualTo(Goal.MAXIMISE);
        });
    }

    @Test
    @DisplayName("an unknown id is answered with the nearest ones, an unknown parameter with the known")
    void unknown() {
        assertThatThrownBy(() -> FunctionCatalogue.find("rosenbrok"))
                .hasMessageStartingWith(
                        "there is no function 'rosenbrok' in the catalogue: the nearest are rosenbrock,");
        assertThatThrownBy(() -> FunctionCatalogue.find("Monkey")).hasMessageContaining("nearest are monkeysaddle,");
        CatalogueFunction card = FunctionCatalogue.find("rosenbrock");
        assertThatThrownBy(() -> Problems.function(card, Map.of("c", new FormulaParameter(1, 0, 2)), Goal.MINIMISE))
                .hasMessage("the function 'rosenbrock' has no parameter 'c': use a, b");
    }
}
