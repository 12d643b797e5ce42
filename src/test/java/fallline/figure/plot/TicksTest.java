package fallline.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.expr.TypedNumber;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(Ticks ticks) {
        return ticks.marks().stream().map(Ticks.Mark::label).toList();
    }

    @Test
    @DisplayName("marks stand at 1, 2 or 5 times a power of ten, with just the digits needed")
    void plain() {
        assertThat(labels(Ticks.linear(new Span(0, 10), 5))).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(labels(Ticks.linear(new Span(-1, 1), 4))).containsExactly("−1.0", "−0.5", "0.0", "0.5", "1.0");
        assertThat(labels(Ticks.linear(new Span(4.88, 5.03), 3))).containsExactly("4.90", "4.95", "5.00");
        assertThat(labels(Ticks.linear(new Span(0, 0.3), 3))).containsExactly("0.0", "0.1", "0.2", "0.3");
        assertThat(labels(Ticks.linear(new Span(0, 3e12), 3))).containsExactly("0", "10¹²", "2×10¹²", "3×10¹²");
        assertThat(labels(Ticks.linear(new Span(0, 2e-7), 2))).containsExactly("0", "10⁻⁷", "2×10⁻⁷");
    }

    @Test
    @DisplayName("marks are evenly spaced, inside, told apart by their labels, and never too many")
    void property() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 3000; round++) {
            double middle = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 13));
            double length = Math.pow(10, random.nextDouble(-5, 5)) * Math.max(Math.abs(middle), 1e-30);
            Span span = new Span(middle - length / 2, middle + length / 2);
            int most = random.nextInt(2, 12);
            List<Ticks.Mark> marks = Ticks.linear(span, most).marks();
            assertThat(marks.size()).as("%s, %d", span, most).isLessThanOrEqualTo(most + 1);
            assertThat(marks).allSatisfy(m -> assertThat(m.value())
                    .isBetween(span.lo() - 1e-8 * length, span.hi() + 1e-8 * length));
            assertThat(marks.stream().map(Ticks.Mark::label).distinct().count())
                    .as("%s %s", span, marks)
                    .isEqualTo(marks.size());
            for (int i = 2; i < marks.size(); i++) {
                double one = marks.get(i - 1).value() - marks.get(i - 2).value();
                double other = marks.get(i).value() - marks.get(i - 1).value();
                assertThat(Math.abs(one - other)).isLessThanOrEqualTo(1e-9 * length);
            }
            for (Ticks.Mark mark : marks) {
                assertThat(read(mark.label()))
                        .as(mark.label())
                        .isCloseTo(mark.value(), org.assertj.core.api.Assertions.within(1e-6 * length));
            }
        }
    }

    /// The number that a label says.
    private static double read(String label) {
        return TypedNumber.parse(label);
    }

    @Test
    @DisplayName("a logarithmic axis is marked at decades with raised exponents, thinned evenly")
    void decades() {
        assertThat(labels(Ticks.log(new Span(1e-3, 1e3), 9)))
                .containsExactly("10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹", "10²", "10³");
        assertThat(labels(Ticks.log(new Span(1e-9, 1e3), 5))).containsExactly("10⁻⁹", "10⁻⁶", "10⁻³", "10⁰", "10³");
        assertThat(labels(Ticks.log(new Span(1e-300, 1e300), 7)))
                .contains("10⁰")
                .hasSizeBetween(3, 7);
    }

    @Test
    @DisplayName("a logarithmic axis of little more than a decade is marked at 1, 2 and 5")
    void fewDecades() {
        assertThat(labels(Ticks.log(new Span(0.9, 60), 8))).containsExactly("1", "2", "5", "10", "20", "50");
        assertThat(labels(Ticks.log(new Span(0.5, 66), 6))).containsExactly("0.5", "1", "5", "10", "50");
        assertThat(labels(Ticks.log(new Span(2.1, 4.4), 4))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("an axis that counts is marked at whole numbers only")
    void counts() {
        assertThat(labels(Ticks.whole(new Span(0, 2), 10))).containsExactly("0", "1", "2");
        assertThat(labels(Ticks.whole(new Span(0, 1_000_000), 3)))
                .containsExactly("0", "500\u202f000", "1\u202f000\u202f000");
    }
}
