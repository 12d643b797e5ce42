package fallline.figure.plot;

/// One axis of a plot: its name, what it shows and how.
///
/// @param label may be empty
/// @param span the data shown
/// @param kind how numbers become places
public record Axis(String label, Span span, Kind kind) {
    /// How numbers become places on an axis.
    public enum Kind {
        LINEAR,
        LOG,
        /// Linear, marked at whole numbers.
        COUNT
    }

    public static Axis linear(String label, Span span) {
        return new Axis(label, span, Kind.LINEAR);
    }

    public static Axis log(String label, Span span) {
        return new Axis(label, span, Kind.LOG);
    }

    public static Axis count(String label, Span span) {
        return new Axis(label, span, Kind.COUNT);
    }

    Axis showing(Span other) {
        return new Axis(label, other, kind);
    }

    public Scale scale(double from, double to) {
        return kind == Kind.LOG ? new Scale.Log(span, from, to) : new Scale.Linear(span, from, to);
    }

    Ticks ticks(int most) {
        return switch (kind) {
            case LINEAR -> Ticks.linear(span, most);
            case LOG -> Ticks.log(span, most);
            case COUNT -> Ticks.whole(span, most);
        };
    }
}
