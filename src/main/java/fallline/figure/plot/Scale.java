package fallline.figure.plot;

/// A map between data and pixels along one axis, and back.
public sealed interface Scale {
    /// The data shown.
    Span span();

    /// The pixel at the span's lower end.
    double from();

    /// The pixel at the span's upper end; smaller than `from` on axes that point up.
    double to();

    /// The pixel of a number; infinite or NaN where the scale has none.
    double pixel(double value);

    /// The number at a pixel.
    double value(double pixel);

    /// Pixels proportional to the number.
    record Linear(Span span, double from, double to) implements Scale {
        @Override
        public double pixel(double value) {
            return from + (value - span.lo()) / span.length() * (to - from);
        }

        @Override
        public double value(double pixel) {
            return span.lo() + (pixel - from) / (to - from) * span.length();
        }

        /// Pixels for one unit, negative on axes that point up.
        public double unit() {
            return (to - from) / span.length();
        }
    }

    /// Pixels proportional to the logarithm of the number. Numbers ≤ 0 have the pixel −∞ beyond the lower end: a figure
    /// stands them on the lower edge with an open marker.
    record Log(Span span, double from, double to) implements Scale {
        /// @throws IllegalArgumentException unless the span is positive
        public Log {
            if (span.lo() <= 0) {
                throw new IllegalArgumentException("a logarithmic scale starts above 0, got " + span.lo());
            }
        }

        @Override
        public double pixel(double value) {
            double share = (Math.log10(value) - Math.log10(span.lo())) / decades();
            return value <= 0
                    ? (to > from ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                    : from + share * (to - from);
        }

        @Override
        public double value(double pixel) {
            return Math.pow(10, Math.log10(span.lo()) + (pixel - from) / (to - from) * decades());
        }

        private double decades() {
            return Math.log10(span.hi()) - Math.log10(span.lo());
        }
    }
}
