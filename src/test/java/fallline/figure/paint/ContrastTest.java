package fallline.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.solid.ReliefColours;
import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastTest {
    private static final List<Theme> THEMES = Theme.all();

    @Test
    @DisplayName("the ratio is WCAG's: 21 for black on white, 4.54 for #767676 on white")
    void knownRatios() {
        assertThat(Contrast.between(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-12));
        assertThat(Contrast.between(new Color(0x767676), Color.WHITE)).isCloseTo(4.54, within(0.005));
        assertThat(Contrast.between(Color.RED, Color.WHITE)).isCloseTo(3.998, within(0.001));
    }

    @Test
    @DisplayName("every run's casing contrasts with its core by 4.8 : 1 or more")
    void casing() {
        for (Theme theme : THEMES) {
            for (RunStyle style : RunStyle.all()) {
                assertThat(Contrast.between(style.core(theme), style.casing(theme)))
                        .as(style.name())
                        .isGreaterThanOrEqualTo(4.8);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    @DisplayName("core or casing stands out by 2.2 : 1 from every colour of the map")
    void everyMapColour(ColourMap map) {
        for (Theme theme : THEMES) {
            for (RunStyle style : RunStyle.all()) {
                for (int i = 0; i < 256; i++) {
                    Color ground = theme.muted(new Color(map.rgb(i / 255.0)));
                    double core = Contrast.between(style.core(theme), ground);
                    double casing = Contrast.between(style.casing(theme), ground);
                    assertThat(Math.max(core, casing))
                            .as(style.name() + " on colour " + i)
                            .isGreaterThanOrEqualTo(2.2);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    @DisplayName("core or casing stands out by 2.2 : 1 from every colour of the solid in every light")
    void everySolidColour(ColourMap map) {
        for (Theme theme : THEMES) {
            for (RunStyle style : RunStyle.all()) {
                for (int i = 0; i <= 400; i++) {
                    Color base = ReliefColours.base(map, i % 20 / 19.0, theme);
                    Color ground = ReliefColours.lit(base, Math.floorDiv(i, 20) / 20.0);
                    double core = Contrast.between(style.core(theme), ground);
                    double casing = Contrast.between(style.casing(theme), ground);
                    assertThat(Math.max(core, casing)).as(style.name()).isGreaterThanOrEqualTo(2.2);
                }
            }
        }
    }

    @Test
    @DisplayName("words are readable at 4.5 : 1 on panels and on the page, and at 7 : 1 in high contrast")
    void words() {
        for (Theme theme : THEMES) {
            double least = theme.strong() ? 7 : 4.5;
            assertThat(theme.wordContrast()).isEqualTo(least);
            for (RunStyle style : RunStyle.all()) {
                assertThat(Contrast.between(style.words(theme), theme.panel()))
                        .as(style.name())
                        .isGreaterThanOrEqualTo(least);
            }
            for (Color colour : List.of(
                    theme.text(), theme.muted(), theme.accent(), theme.danger(), theme.success(), theme.warning())) {
                assertThat(Contrast.between(colour, theme.panel())).isGreaterThanOrEqualTo(least);
            }
            for (ColourMap map : ColourMap.values()) {
                for (int i = 0; i < 256; i++) {
                    Color plate = Contrast.blend(theme.panel(), theme.muted(new Color(map.rgb(i / 255.0))), 0.93);
                    assertThat(Contrast.between(theme.muted(), plate)).isGreaterThanOrEqualTo(least);
                    assertThat(Contrast.between(theme.text(), plate)).isGreaterThanOrEqualTo(least);
                }
            }
            assertThat(Contrast.between(theme.muted(), theme.surface())).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    @DisplayName("a run's core or casing stands out by 3 : 1 from the card, and so does whatever colour says something")
    void graphics() {
        for (Theme theme : THEMES) {
            for (RunStyle style : RunStyle.all()) {
                assertThat(Math.max(
                                Contrast.between(style.core(theme), theme.panel()),
                                Contrast.between(style.casing(theme), theme.panel())))
                        .as(style.name() + " in " + theme.name())
                        .isGreaterThanOrEqualTo(3);
            }
            for (Color colour : List.of(theme.accent(), theme.danger(), theme.success(), theme.warning())) {
                assertThat(Contrast.between(colour, theme.accentSoft()))
                        .as(theme.name())
                        .isGreaterThanOrEqualTo(3);
            }
            if (theme.strong()) {
                assertThat(Contrast.between(theme.border(), theme.panel()))
                        .as(theme.name())
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    @DisplayName("no two runs share a colour, a dash or a marker")
    void distinct() {
        Set<Object> seen = new HashSet<>();
        for (RunStyle style : RunStyle.all()) {
            assertThat(List.of(style.onLight(), style.dash(), style.marker()))
                    .allSatisfy(
                            part -> assertThat(seen.add(part)).as("%s", part).isTrue());
        }
        assertThat(RunStyle.all()).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    @DisplayName("a colour map grows lighter all the way")
    void monotone(ColourMap map) {
        double before = -1;
        for (int i = 0; i < 256; i++) {
            double lightness = Contrast.luminance(new Color(map.rgb(i / 255.0)));
            assertThat(lightness).isGreaterThan(before - 1.5e-3);
            before = lightness;
        }
    }
}
