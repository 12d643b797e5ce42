package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.page.SheetFigure;
import fallline.figure.page.StepFigure;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.number.Numbers;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    private static final List<Size> SIZES = List.of(
            new Size(180, 140),
            new Size(200, 160),
            new Size(330, 240),
            new Size(480, 300),
            new Size(300, 700),
            new Size(700, 500),
            new Size(1600, 1000));
    private static final List<Size> PAGES =
            List.of(new Size(640, 480), new Size(1000, 700), new Size(1400, 900), new Size(900, 1400));

    static Stream<Arguments> plots() {
        return Samples.all().entrySet().stream()
                .filter(e -> !(e.getValue() instanceof SheetFigure) && !(e.getValue() instanceof StepFigure))
                .flatMap(e -> SIZES.stream().map(size -> Arguments.of(e.getKey(), size, e.getValue())));
    }

    static Stream<Arguments> pages() {
        return Samples.all().entrySet().stream()
                .filter(e -> e.getValue() instanceof SheetFigure)
                .flatMap(e -> PAGES.stream().map(size -> Arguments.of(e.getKey(), size, e.getValue())));
    }

    @DisplayName("no word is cut off or touches another, at any size")
    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource({"plots", "pages"})
    void wordsStandFree(String name, Size size, Figure figure) {
        List<RecordingGraphics.Text> texts = words(RecordingGraphics.of(figure, size, Theme.LIGHT));
        assertThat(texts).as("words in " + name).isNotEmpty();
        Rectangle2D page = size.box().shape();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            RecordingGraphics.Text one = texts.get(i);
            if (!page.contains(one.ink())) {
                faults.add("cut off: " + one.words() + " " + one.ink());
            }
            for (int k = 0; k < i; k++) {
                if (texts.get(k).ink().intersects(one.ink())) {
                    faults.add(
                            "touching: " + one.words() + " and " + texts.get(k).words());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /// The words set in Inter; formulas overlap by nature.
    private static List<RecordingGraphics.Text> words(RecordingGraphics g) {
        return g.texts.stream()
                .filter(t ->
                        t.font().getFamily().startsWith("Inter") && !t.ink().isEmpty())
                .toList();
    }

    @DisplayName("the step panel's wanted height holds all of it, at any width")
    @ParameterizedTest(name = "{0}")
    @MethodSource("widths")
    void stepPanelKnowsItsHeight(double width) {
        for (StepFigure figure : List.of(Samples.step(), Samples.simpleStep(), Samples.chainStep())) {
            Size size = new Size(width, figure.height(width));
            RecordingGraphics g = RecordingGraphics.of(figure, size, Theme.LIGHT);
            assertThat(g.texts).isNotEmpty().allSatisfy(t -> assertThat(
                            size.box().grown(1).shape().contains(t.ink()))
                    .as("%s at %s", t.words(), t.ink())
                    .isTrue());
        }
    }

    @DisplayName("the step panel shows what fits, most important first: nothing of it is cut, and no words touch")
    @ParameterizedTest(name = "{0}")
    @MethodSource("panels")
    void stepPanelShowsWhatFits(Size size) {
        RecordingGraphics g = RecordingGraphics.of(Samples.chainStep(), size, Theme.LIGHT);
        assertThat(g.texts).isNotEmpty();
        List<RecordingGraphics.Text> texts = words(g);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(size.box().grown(1).shape().contains(texts.get(i).ink()))
                    .as("%s at %s", texts.get(i).words(), texts.get(i).ink())
                    .isTrue();
            for (int k = i + 1; k < texts.size(); k++) {
                assertThat(texts.get(k).ink().intersects(texts.get(i).ink()))
                        .as("%s and %s", texts.get(i).words(), texts.get(k).words())
                        .isFalse();
            }
        }
        List<String> said = texts.stream().map(RecordingGraphics.Text::words).toList();
        assertThat(said).contains("step");
        if (size.height() >= 420) {
            assertThat(said).contains("mean + ridge = gradient", "gradient", "residual");
        }
    }

    static Stream<Size> panels() {
        return Stream.of(240.0, 330.0, 480.0, 620.0, 1240.0)
                .flatMap(width -> Stream.of(220.0, 300.0, 420.0, 640.0).map(height -> new Size(width, height)));
    }

    static Stream<Double> widths() {
        return Stream.of(240.0, 330.0, 480.0, 700.0, 1200.0);
    }

    @DisplayName("every sign that a figure paints is in the font")
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void noMissingGlyph(String name, Figure figure) {
        RecordingGraphics g = RecordingGraphics.of(figure, new Size(1000, 800), Theme.DARK);
        assertThat(g.texts).as(name).allSatisfy(t -> assertThat(t.font().canDisplayUpTo(t.words()))
                .as("first sign of '%s' that is missing", t.words())
                .isEqualTo(-1));
    }

    static Stream<Arguments> all() {
        Map<String, Figure> all = Samples.all();
        return all.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @DisplayName("every sign of numbers and names that figures may print is in both weights of the font")
    @org.junit.jupiter.api.Test
    void signsOfNumbers() {
        String signs = Numbers.brief(-1.5e-300, 3) + Numbers.power(1234567890)
                + "∞−×⁻·…‖∇θ₀₁₂₃₄₅₆₇₈₉αβγδεηκλμρσφωŷ²³√∂≤≥≈½Σ→←";
        assertThat(Fonts.regular(12).canDisplayUpTo(signs)).isEqualTo(-1);
        assertThat(Fonts.semibold(12).canDisplayUpTo(signs)).isEqualTo(-1);
    }
}
