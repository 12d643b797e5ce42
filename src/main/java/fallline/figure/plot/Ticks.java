package fallline.figure.plot;

import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Where an axis is marked and with which words.
///
/// @param marks in rising order, all within the axis
public record Ticks(List<Mark> marks) {
    /// One mark: a number and its label.
    public record Mark(double value, String label) {}

    private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 50, 100, 200};
    private static final int MOST = 60;

    public Ticks {
        marks = List.copyOf(marks);
    }

    static final Ticks NONE = new Ticks(List.of());

    /// At most `most` marks at multiples of 1, 2 or 5 times a power of ten, labelled with just the digits that tell
    /// neighbours apart.
    public static Ticks linear(Span span, int most) {
        double raw = (span.hi() / Math.max(1, most)) - (span.lo() / Math.max(1, most));
        int exponent = (int) Math.floor(Math.log10(raw));
        int lead = 1;
        for (int candidate : new int[] {1, 2, 5, 10}) {
            lead = candidate;
            if (multiple(candidate, 1, exponent) >= raw * (1 - 1e-9)) {
                break;
            }
        }
        return lead == 10 ? linear(span, 1, exponent + 1) : linear(span, lead, exponent);
    }

    private static Ticks linear(Span span, int lead, int exponent) {
        double step = multiple(lead, 1, exponent);
        double slack = 1e-9;
        double first = Math.ceil(span.lo() / step - slack);
        double last = Math.floor(span.hi() / step + slack);
        List<Double> values = new ArrayList<>();
        for (double k = first; k <= last && values.size() < MOST && k + 1 > k; k++) {
            values.add(multiple(k, lead, exponent));
        }
        double largest = Math.max(Math.abs(span.lo()), Math.abs(span.hi()));
        int magnitude = (int) Math.floor(Math.log10(largest));
        boolean plain = magnitude < 6 && exponent > -5;
        List<Mark> marks = new ArrayList<>();
        for (double value : values) {
            String label = plain
                    ? Numbers.fixed(value, Math.max(0, -exponent))
                    : Numbers.brief(value, Math.max(1, magnitude - exponent + 1));
            marks.add(new Mark(value, label));
        }
        return new Ticks(marks);
    }

    /// k · lead · 10^exponent, rounded once.
    private static double multiple(double k, int lead, int exponent) {
        if (exponent >= 0) {
            return k * lead * Math.pow(10, exponent);
        }
        return exponent >= -300 ? k * lead / Math.pow(10, -exponent) : k * lead / 1e300 / Math.pow(10, -exponent - 300);
    }

    /// At most `most` marks on a logarithmic axis: whole decades, thinned evenly where there are many; 1, 2 and 5, or 1
    /// and 5, of each decade where there are few; a linear choice where there is less than one.
    public static Ticks log(Span span, int most) {
        double slack = 1e-9;
        int first = (int) Math.ceil(Math.log10(span.lo()) - slack);
        int last = (int) Math.floor(Math.log10(span.hi()) + slack);
        if (last - first >= 2 || (last - first == 1 && most < 5)) {
            return decades(first, last, most);
        }
        for (int[] leads : new int[][] {{1, 2, 5}, {1, 5}, {1}}) {
            List<Mark> marks = leading(span, leads, first - 1, last);
            if (marks.size() >= 2 && marks.size() <= Math.max(2, most)) {
                return new Ticks(marks);
            }
        }
        return linear(span, most);
    }

    private static List<Mark> leading(Span span, int[] leads, int first, int last) {
        double slack = 1e-9;
        List<Mark> marks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int lead : leads) {
                double value = multiple(1, lead, decade);
                if (value >= span.lo() * (1 - slack) && value <= span.hi() * (1 + slack)) {
                    marks.add(new Mark(value, Numbers.brief(value, 1)));
                }
            }
        }
        return marks;
    }

    private static Ticks decades(int first, int last, int most) {
        int stride = STRIDES[STRIDES.length - 1];
        for (int candidate : STRIDES) {
            if (Math.floorDiv(last, candidate) - Math.floorDiv(first - 1, candidate) <= Math.max(2, most)) {
                stride = candidate;
                break;
            }
        }
        List<Mark> marks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            if (Math.floorMod(decade, stride) == 0) {
                marks.add(new Mark(Math.pow(10, decade), Numbers.power(decade)));
            }
        }
        return new Ticks(marks);
    }

    /// Marks at whole numbers only, for an axis that counts.
    public static Ticks whole(Span span, int most) {
        Ticks ticks = linear(span, most);
        boolean fractional = ticks.marks.stream().anyMatch(m -> m.value() != Math.rint(m.value()));
        Ticks whole = fractional ? linear(span, 1, 0) : ticks;
        return new Ticks(whole.marks.stream()
                .map(m -> new Mark(m.value(), Math.abs(m.value()) < 1e7 ? Numbers.whole((long) m.value()) : m.label()))
                .toList());
    }
}
