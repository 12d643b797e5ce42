package fallline.experiment.judge;

import fallline.number.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as sentences say them, with a true minus sign and a point in every language.
public final class Digits {
    private Digits() {}

    /// Three significant digits: `21.2`, `0.00125`, `4.10×10⁻⁹`.
    public static String three(double value) {
        return Numbers.steady(value, 3);
    }

    /// At most three significant digits: `20`, `2`, `0.5`, `1.05`, `4.1×10⁻⁹`.
    public static String plain(double value) {
        return Numbers.brief(value, 3);
    }

    /// Two significant digits: `1.1×10⁸`; below 10 000 as a whole number: `350`.
    static String power(double value) {
        return value < 1e4 ? whole(Math.round(value)) : Numbers.brief(value, 2);
    }

    /// A whole number: `9800`, `140 000`.
    public static String whole(long value) {
        return Numbers.whole(value);
    }

    /// A whole number of two significant digits: `9800` for 9790.5; a power of ten from a billion on.
    static String about(double value) {
        return value < 1e9 ? whole(twoDigits(value)) : power(value);
    }

    /// The next whole number of two significant digits that is not below, at most a billion.
    static int twoDigits(double value) {
        BigDecimal rounded = new BigDecimal(Math.clamp(value, 1, 1e9)).round(new MathContext(2, RoundingMode.UP));
        return rounded.setScale(0, RoundingMode.UP).intValueExact();
    }

    /// A share in per cent; close to the whole as many digits as tell it from the whole, never rounded up to it.
    static String percent(double share) {
        if (!(share < 1)) {
            return "100 %";
        }
        double rest = 1 - share;
        int places = rest > 0.02
                ? share > 0.0095 || share < 0 ? 0 : 2
                : Math.clamp((int) Math.ceil(-Math.log10(rest)) - 1, 1, 12);
        BigDecimal percent = BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(places, rest > 0.02 ? RoundingMode.HALF_EVEN : RoundingMode.FLOOR);
        return Numbers.plain(percent.signum() == 0 ? BigDecimal.ZERO : percent) + " %";
    }
}
