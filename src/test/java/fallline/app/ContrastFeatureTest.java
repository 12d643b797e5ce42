package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Theme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/// The colours that the window really has, looked up on its nodes, measured as WCAG 2.2 does: words 4.5 : 1 (1.4.3), in
/// high contrast 7 : 1 (1.4.6), large words and signs 3 : 1 (1.4.11). What is disabled is exempt, as there.
class ContrastFeatureTest {
    private static final double LARGE = 24;
    private static final double LARGE_IF_BOLD = 18.6;
    private static final List<String> TONES = List.of("good", "doubtful", "bad", "quiet");

    @Test
    @DisplayName("every word and sign in window and sheets stands out in every theme, whatever the verdict is")
    void words() {
        try (OpenWindow open = OpenWindow.of(Trial.furnished(Trial.bowl()))) {
            Set<String> faults = new LinkedHashSet<>();
            for (String sheet : List.of("preferences", "history", "about", "compare-runs")) {
                open.fx(() -> Furnished.run(open.window(), sheet));
            }
            for (Theme theme : Theme.all()) {
                faults.addAll(open.fx(() -> faults(open, theme)));
            }
            assertThat(faults).isEmpty();
        }
    }

    /// What came later than the four plots: maps, sheets of tuning, repeats, races and lessons, a question to the
    /// class.
    @Test
    @DisplayName("every word and sign in maps, forms, lessons and questions stands out in every theme")
    void newer() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            Set<String> faults = new LinkedHashSet<>();
            for (String command : List.of("sweep-axes", "basins", "predict-next")) {
                open.fx(() -> Furnished.run(open.window(), command));
                open.settle();
                for (Theme theme : Theme.all()) {
                    faults.addAll(open.fx(() -> faults(open, theme)));
                }
            }
            open.fx(() -> Furnished.run(open.window(), "end-teaching"));
            open.fx(() -> Furnished.run(open.window(), "slow-motion"));
            for (String sheet : List.of(
                    "export",
                    "tune",
                    "find-rate",
                    "repeat-run",
                    "finish-table",
                    "presenter",
                    "learn",
                    "make-lesson-step",
                    "glossary",
                    "explain-view",
                    "data-gallery",
                    "palette")) {
                open.fx(() -> Furnished.run(open.window(), sheet));
            }
            open.settle();
            for (Theme theme : Theme.all()) {
                faults.addAll(open.fx(() -> faults(open, theme)));
            }
            assertThat(faults).isEmpty();
        }
    }

    @Test
    @DisplayName("every word and sign of a lesson, and of the stage, stands out in every theme")
    void lessonAndStage() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            Set<String> faults = new LinkedHashSet<>();
            open.fx(() -> Furnished.run(open.window(), "start-presenter"));
            open.settle();
            faults.addAll(open.fx(
                    () -> collected(open, open.window().desk().appearance().theme())));
            open.fx(() -> Furnished.run(open.window(), "end-presenting"));
            open.fx(() -> open.window().features().stream()
                    .flatMap(feature -> feature.choices().stream())
                    .filter(choice -> choice.title().equals("Lesson: Slope and step"))
                    .findFirst()
                    .orElseThrow()
                    .run());
            open.await(
                    "the lesson is there",
                    () -> open.robot().lookup("#lesson-panel").tryQuery().isPresent());
            open.settle();
            for (Theme theme : Theme.all()) {
                faults.addAll(open.fx(() -> faults(open, theme)));
            }
            assertThat(faults).isEmpty();
        }
    }

    private static Set<String> collected(OpenWindow open, Theme theme) {
        Set<String> faults = new LinkedHashSet<>();
        open.stage().getScene().getRoot().applyCss();
        collect(open.stage().getScene().getRoot(), theme, faults);
        return faults;
    }

    private static Set<String> faults(OpenWindow open, Theme theme) {
        open.window().desk().appearance().choose(theme);
        Scene scene = open.stage().getScene();
        Set<String> faults = new LinkedHashSet<>();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        collect(scene.getRoot(), theme, faults);
        for (String tone : TONES) {
            for (String tinted : List.of(".pill", ".verdict")) {
                for (Node node : scene.getRoot().lookupAll(tinted)) {
                    tint(node, tone);
                    node.applyCss();
                    collect(node, theme, faults);
                }
            }
        }
        return faults;
    }

    private static void tint(Node node, String tone) {
        TONES.forEach(one -> node.pseudoClassStateChanged(PseudoClass.getPseudoClass(one), one.equals(tone)));
    }

    private static void collect(Node node, Theme theme, Set<String> faults) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() < 1) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            double least = text instanceof FontIcon || isLarge(text) ? 3 : theme.wordContrast();
            check(text, text.getFill(), least, theme, faults);
        } else if (node instanceof SVGPath sign) {
            check(sign, sign.getFill(), 3, theme, faults);
        } else if (node.getStyleClass().contains("zone") || node.getStyleClass().contains("dot")) {
            fills((Region) node).forEach(fill -> check(node.getParent(), fill, 3, theme, faults));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, theme, faults));
        }
    }

    private static boolean isLarge(Text text) {
        double size = text.getFont().getSize();
        return size >= LARGE
                || (size >= LARGE_IF_BOLD && text.getFont().getStyle().contains("Bold"));
    }

    private static void check(Node node, Paint paint, double least, Theme theme, Set<String> faults) {
        if (!(paint instanceof Color colour) || colour.getOpacity() == 0) {
            return;
        }
        Color ground = ground(node);
        double ratio = Contrast.between(awt(over(colour, ground)), awt(ground));
        if (ratio < least - 0.005) {
            String words = node instanceof Text text ? "'" + text.getText() + "'" : "a sign";
            faults.add("%s: %s in %s has %.2f, not %s (%s on %s)"
                    .formatted(theme.name(), words, place(node), ratio, least, colour, ground));
        }
    }

    /// What lies behind a node: the grounds of all that it is in, one over the other.
    private static Color ground(Node node) {
        List<Color> layers = new ArrayList<>();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region) {
                fills(region).reversed().forEach(layers::add);
            }
        }
        Color ground = Color.WHITE;
        for (Color layer : layers.reversed()) {
            ground = over(layer, ground);
        }
        return ground;
    }

    private static List<Color> fills(Region region) {
        Background background = region.getBackground();
        return background == null
                ? List.of()
                : background.getFills().stream()
                        .map(fill -> fill.getFill())
                        .filter(Color.class::isInstance)
                        .map(Color.class::cast)
                        .toList();
    }

    private static Color over(Color upper, Color lower) {
        return lower.interpolate(Color.color(upper.getRed(), upper.getGreen(), upper.getBlue()), upper.getOpacity());
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    }

    private static String place(Node node) {
        Node at = node;
        while (at.getParent() != null && at.getId() == null && !(at instanceof Control)) {
            at = at.getParent();
        }
        return at.getClass().getSimpleName() + "#" + at.getId() + at.getStyleClass();
    }
}
