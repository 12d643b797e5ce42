package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.data.BuiltInData;
import fallline.data.Column;
import fallline.data.Dataset;
import fallline.objective.Optimum;
import fallline.objective.model.DataModel;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// scikit-learn minimises Σ loss·C + ½‖w‖², so that C = 1/(m·l2); its elastic nets are half the mean squared error with
/// α·ρ·‖w‖₁ + α·(1 − ρ)/2·‖w‖², and C·Σ loss + ρ·‖w‖₁ + (1 − ρ)/2·‖w‖². The intercept is free in those that are used
/// here (liblinear's is not).
@DisplayName("scikit-learn")
class CurvedSklearnTest {
    /// Prints the products' names, then a line of intercept and weights each.
    private static final String SCRIPT = """
            import warnings
            import numpy as np
            from sklearn.linear_model import ElasticNet, LogisticRegression
            from sklearn.preprocessing import PolynomialFeatures

            warnings.filterwarnings("error")


            def table(path, positive):
                lines = open(path).read().splitlines()
                cells = [line.split(",") for line in lines[1:]]
                X = np.array([[float(x) for x in row[:-1]] for row in cells])
                return lines[0].split(",")[:-1], X, np.array([float(row[-1] == positive) for row in cells])


            def show(model):
                numbers = [float(np.ravel(model.intercept_)[0]), *np.ravel(model.coef_).tolist()]
                print(",".join(map(repr, numbers)))


            for path, positive in SETS:
                names, X, y = table(path, positive)
                expansion = PolynomialFeatures(6, include_bias=False).fit(X)
                print(",".join(expansion.get_feature_names_out(names)))
                P = expansion.transform(X)
                m = len(y)
                for standard in (False, True):
                    Z = (P - P.mean(axis=0))/P.std(axis=0) if standard else P
                    for l2 in (0.003, 0.05):
                        show(LogisticRegression(C=1/(m*l2), solver="newton-cholesky", tol=1e-13).fit(Z, y))
                Z = (P - P.mean(axis=0))/P.std(axis=0)
                for l2, l1 in ((0.05, 0.01), (0.02, 0.03)):
                    show(LogisticRegression(penalty="elasticnet", C=1/(m*(l1 + l2)), l1_ratio=l1/(l1 + l2),
                                            solver="saga", tol=1e-11, max_iter=100_000, random_state=0).fit(Z, y))
                    show(ElasticNet(alpha=l1 + l2, l1_ratio=l1/(l1 + l2), tol=1e-14, max_iter=1_000_000).fit(Z, y))
                show(ElasticNet(alpha=0.02, l1_ratio=1, tol=1e-14, max_iter=1_000_000).fit(Z, y))
            """;

    private record Set(String id, List<String> features, String target, String positive) {}

    private static final List<Set> SETS = List.of(
            new Set("chips", List.of("test_1", "test_2"), "passed", "yes"),
            new Set("two_rings", List.of("x1", "x2"), "ring", "outer"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    @Test
    @DisplayName("names the same products in the same order, and finds the same minima with ridge and elastic net")
    void agrees() throws IOException {
        Optional<Python> python = Python.with("sklearn", "numpy");
        assumeTrue(python.isPresent(), "there is no python3 with scikit-learn on this machine");
        List<String> places = new ArrayList<>();
        for (Set set : SETS) {
            Path file = folder.resolve(set.id() + ".csv");
            try (var data = CurvedSklearnTest.class.getResourceAsStream("/catalogue/datasets/" + set.id() + ".csv")) {
                Files.write(file, Objects.requireNonNull(data).readAllBytes());
            }
            places.add("(r\"" + file + "\", \"" + set.positive() + "\")");
        }
        String sets = "SETS = [" + String.join(", ", places) + "]\n";
        Path script = Files.writeString(folder.resolve("sets.py"), sets + SCRIPT);
        python.get().run(List.of(script), folder);
        Path errors = Path.of(script + ".err");
        assertThat(Files.exists(errors) ? Files.readString(errors) : "").isEmpty();
        Iterator<String> lines = Files.readAllLines(Path.of(script + ".out")).iterator();
        for (Set set : SETS) {
            compare(set, lines);
        }
        assertThat(lines).isExhausted();
    }

    private static void compare(Set set, Iterator<String> lines) {
        DataModel first = logistic(set, new ModelOptions(false, 6, 0.003, false));
        // `x1 x2^2` there is `x1*x2^2` here
        assertThat(lines.next().replace(' ', '*').split(","))
                .containsExactlyElementsOf(first.features().names());
        for (boolean standardise : new boolean[] {false, true}) {
            for (double l2 : new double[] {0.003, 0.05}) {
                same(logistic(set, new ModelOptions(false, 6, l2, standardise)), numbers(lines));
            }
        }
        for (double[] both : new double[][] {{0.05, 0.01}, {0.02, 0.03}}) {
            ModelOptions options = new ModelOptions(true, 6, both[0], both[1], true);
            near(logistic(set, options.withHalfLoss(false)), numbers(lines));
            near(linear(set, options), numbers(lines));
        }
        near(linear(set, new ModelOptions(true, 6, 0, 0.02, true)), numbers(lines));
    }

    private static double[] numbers(Iterator<String> lines) {
        return Arrays.stream(lines.next().split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static DataModel logistic(Set set, ModelOptions options) {
        return Problems.logistic(
                        BuiltInData.dataset(set.id()),
                        set.features(),
                        set.target(),
                        Optional.of(set.positive()),
                        options)
                .objective();
    }

    /// The label as a number, 0 or 1.
    private static DataModel linear(Set set, ModelOptions options) {
        var data = BuiltInData.dataset(set.id());
        double[] codes = logistic(set, ModelOptions.PLAIN).target();
        var columns = new ArrayList<>(data.columns());
        columns.add(new Column.NumberColumn("code", codes));
        Problem.Linear problem =
                Problems.linear(new Dataset(set.id(), data.source(), columns), set.features(), "code", options);
        return problem.objective();
    }

    private static void same(DataModel model, double[] theirs) {
        Optimum ours = model.optimum().orElseThrow();
        assertThat(ours.value()).isCloseTo(model.twin().value(theirs), within(1e-9));
        for (int j = 0; j < theirs.length; j++) {
            assertThat(ours.point()[j])
                    .as(model.parameterNames().get(j))
                    .isCloseTo(theirs[j], within(1e-6 * Math.max(1, Math.abs(theirs[j]))));
        }
    }

    /// Their stopping rules watch the largest change of a weight (saga: 1e-11 of the largest weight in a round) and the
    /// duality gap (coordinate descent: 1e-14 of Σ y²), so that J agrees to 1e-10 and weights to its root.
    private static void near(DataModel model, double[] theirs) {
        Optimum ours = model.optimum().orElseThrow();
        double gap = model.twin().value(theirs) - ours.value();
        assertThat(gap).isBetween(-1e-13, 1e-10);
        for (int j = 0; j < theirs.length; j++) {
            assertThat(ours.point()[j]).as(model.parameterNames().get(j)).isCloseTo(theirs[j], within(1e-5));
        }
    }
}
