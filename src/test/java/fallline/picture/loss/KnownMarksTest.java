package fallline.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.analysis.CriticalPoints;
import fallline.analysis.Plane;
import fallline.experiment.view.LossLook.Bounds;
import fallline.figure.label.CriticalMark;
import fallline.figure.label.Landmark;
import fallline.figure.label.Landmark.Sign;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What views draw of catalogue functions.
class KnownMarksTest {
    private static final Plane PLANE = Plane.ofParameters(new double[2], 0, 1);

    private static Problem problem(String id) {
        return Problems.function(FunctionCatalogue.find(id), Map.of(), Goal.MINIMISE);
    }

    static Stream<CatalogueFunction> all() {
        return FunctionCatalogue.all().stream();
    }

    @Test
    @DisplayName("every known point of a map has the sign of its kind, and few of a kind have names")
    void map() {
        List<Landmark> marks = KnownMarks.ofMap(problem("himmelblau"), PLANE);
        assertThat(marks).filteredOn(mark -> mark.sign() == Sign.BEST).hasSize(4);
        assertThat(marks).filteredOn(mark -> mark.sign() == Sign.SADDLE).hasSize(4);
        assertThat(marks).filteredOn(mark -> mark.sign() == Sign.PEAK).hasSize(1);
        assertThat(marks.getFirst().label()).isEqualTo("minimum (3, 2)");
        assertThat(KnownMarks.ofMap(problem("rastrigin"), PLANE))
                .filteredOn(mark -> mark.sign() == Sign.LOCAL)
                .hasSize(8)
                .allSatisfy(mark -> assertThat(mark.label()).isEmpty());
    }

    @Test
    @DisplayName("a point of a curve stands on the curve, and its maxima need no sign")
    void curve() {
        assertThat(KnownMarks.ofCurve(problem("doublewell"))).first().satisfies(mark -> {
            assertThat(mark.x()).isCloseTo(-1.3008, within(1e-4));
            // w⁴ − 3w² + w there, from the root of 4w³ − 6w + 1
            assertThat(mark.y()).isCloseTo(-3.5139, within(1e-4));
            assertThat(mark.label()).isEqualTo("minimum w = −1.301");
        });
        assertThat(KnownMarks.ofCurve(problem("doublewell")))
                .extracting(Landmark::sign)
                .containsExactly(Sign.BEST, Sign.LOCAL);
        assertThat(KnownMarks.ofMap(problem("doublewell"), PLANE)).isEmpty();
        assertThat(KnownMarks.ofCurve(problem("sphere"))).isEmpty();
    }

    @Test
    @DisplayName("a point that is not claimed for the parameters at hand is not drawn")
    void moved() {
        assertThat(KnownMarks.ofMap(problem("cliff"), PLANE)).hasSize(1);
        assertThat(KnownMarks.ofMap(problem("cliff").withParameter("h", 9), PLANE))
                .isEmpty();
        assertThat(KnownMarks.ofMap(problem("rosenbrock").withParameter("a", 1.5), PLANE))
                .singleElement()
                .satisfies(mark -> assertThat(mark.y()).isEqualTo(2.25));
    }

    @Test
    @DisplayName("where a critical point was found too, one sign stands, not two, and the best keep their names")
    void notTwice() {
        List<Landmark> known = KnownMarks.ofMap(problem("himmelblau"), PLANE);
        Bounds shown = new Bounds(-6, 6, -6, 6);
        List<CriticalMark> found = CriticalPoints.of(
                        problem("himmelblau").objective().twin(), shown)
                .stream()
                .map(point -> new CriticalMark(
                        point.x(),
                        point.y(),
                        CriticalMark.Kind.valueOf(point.kind().name()),
                        false))
                .toList();
        assertThat(found).hasSize(9);
        List<Landmark> beside = KnownMarks.beside(found, known, shown);
        assertThat(beside).extracting(Landmark::sign).containsOnly(Sign.NONE);
        assertThat(beside)
                .extracting(Landmark::label)
                .isEqualTo(known.stream()
                        .map(mark -> mark.sign() == Sign.BEST ? mark.label() : "")
                        .toList());
        assertThat(KnownMarks.beside(found.subList(0, 1), known, shown))
                .filteredOn(mark -> mark.sign() == Sign.NONE)
                .hasSize(1);
        assertThat(KnownMarks.beside(List.of(), known, shown)).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("the small picture of a function has more than one colour")
    void thumbnail(CatalogueFunction card) {
        Figure figure = FunctionThumbnail.of(card);
        BufferedImage picture = new BufferedImage(120, 80, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = picture.createGraphics();
        figure.paint(g, new Size(120, 80), Theme.LIGHT);
        g.dispose();
        int[] pixels = picture.getRGB(0, 0, 120, 80, null, 0, 120);
        assertThat(Arrays.stream(pixels).distinct().count())
                .isGreaterThan(card.variables().size() == 1 ? 10 : 100);
    }
}
