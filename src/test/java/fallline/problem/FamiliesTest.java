package fallline.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.data.CsvReader;
import fallline.data.Dataset;
import fallline.objective.Objective;
import fallline.objective.model.DataModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a family says holds for its models:")
class FamiliesTest {
    private static final Dataset DATA = CsvReader.parse("table", "x,y,c\n1,4,0\n2,3,1\n3,7,0\n5,1,1\n8,2,1\n")
            .dataset();

    static List<ModelFamily> families() {
        return Families.MODELS;
    }

    private static Problem.OnData model(ModelFamily family) {
        return family.make(new ModelDraft(DATA, List.of("x", "y"), "c", family.usualOptions()));
    }

    private static double[] point(Objective objective, Random random) {
        double[] theta = new double[objective.dimension()];
        Arrays.setAll(theta, _ -> random.nextGaussian());
        return theta;
    }

    @ParameterizedTest
    @MethodSource("families")
    @DisplayName("a model made from its own draft is the same model, and knows its family by word")
    void drafts(ModelFamily family) {
        Problem.OnData model = model(family);
        Problem.OnData again = family.make(model.draft());
        assertThat(model.family()).isEqualTo(family);
        assertThat(Families.model(family.word())).contains(family);
        assertThat(again.draft()).isEqualTo(model.draft());
        double[] theta = point(model.objective(), new Random(1));
        assertThat(again.objective().value(theta)).isEqualTo(model.objective().value(theta));
    }

    @ParameterizedTest
    @MethodSource("families")
    @DisplayName(
            "where J is convex no curvature is below 0, and where it is quadratic curvature is the same everywhere")
    void curvature(ModelFamily family) {
        Objective objective = model(family).objective().twin();
        Random random = new Random(2);
        List<Double> largest = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            Spectrum spectrum = Spectrum.of(Hessian.ofDescent(objective, point(objective, random)));
            largest.add(spectrum.largest());
            if (family.isConvex()) {
                assertThat(spectrum.smallest()).isGreaterThan(-1e-9 * Math.max(1, spectrum.largest()));
            }
        }
        double first = largest.getFirst();
        assertThat(largest.stream().allMatch(other -> Math.abs(other - first) <= 1e-9 * first))
                .isEqualTo(family.isQuadratic());
    }

    @ParameterizedTest
    @MethodSource("families")
    @DisplayName(
            "a linear one has an intercept and a weight a feature, and rows of the same sum get the same prediction")
    void linear(ModelFamily family) {
        DataModel model = model(family).objective();
        assertThat(model.dimension() == 3).isEqualTo(family.isLinear());
        if (family.isLinear()) {
            double[][] columns = {{1, 3}, {1, 0}}; // 2·1 + 4·1 = 2·3 + 4·0
            double[] predicted = model.predict(new double[] {0.3, 2, 4}, columns)[0];
            assertThat(predicted[0]).isCloseTo(predicted[1], within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    @DisplayName("every parameter has a name in LaTeX, on an axis, and a slope in which no bracket stands open")
    void notation(ModelFamily family) {
        Problem.OnData model = model(family);
        ModelNotation notation = model.notation();
        List<String> latex = new ArrayList<>();
        for (int i = 0; i < model.objective().dimension(); i++) {
            latex.add(notation.latex(i));
            assertThat(notation.axis(i)).isNotBlank();
            assertThat(balance(notation.slope(i, 5))).isZero();
        }
        assertThat(latex).doesNotHaveDuplicates();
        assertThat(notation.headline()).contains("x, y", "table");
        assertThat(balance(notation.mathematics().loss())).isZero();
    }

    private static int balance(String latex) {
        return latex.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
    }
}
