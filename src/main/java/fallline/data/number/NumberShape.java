package fallline.data.number;

/// In which styles digits with marks are a number.
final class NumberShape {
    private NumberShape() {}

    /// The styles, as a mask.
    ///
    /// @param core digits, points, commas, blanks and apostrophes
    /// @param exponent whether an exponent follows, which forbids thousands
    static int styles(String core, boolean exponent) {
        int mask = 0;
        for (NumberStyle style : NumberStyle.values()) {
            mask |= fits(core, style, exponent) ? style.mask() : 0;
        }
        return mask;
    }

    private static boolean fits(String core, NumberStyle style, boolean exponent) {
        int mark = core.indexOf(style.decimal());
        String whole = mark < 0 ? core : core.substring(0, mark);
        String fraction = mark < 0 ? "" : core.substring(mark + 1);
        boolean bare = fraction.isEmpty() && (whole.isEmpty() || (mark >= 0 && style.decimal() == ','));
        if (bare || !isDigits(fraction)) {
            return false; // 5. is a number, 5, is the end of a clause
        }
        if (isDigits(whole)) {
            return true;
        }
        return !exponent
                && style.thousands().filter(part -> isGrouped(whole, part)).isPresent();
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// Groups of three behind one to three digits, or India's groups of two with three at the end; no 0 in front.
    private static boolean isGrouped(String whole, char part) {
        int begin = whole.indexOf(part) + 1;
        if (begin < 2 || begin > 4 || whole.charAt(0) == '0' || !isDigits(whole.substring(0, begin - 1))) {
            return false;
        }
        boolean twos = begin <= 3;
        boolean threes = true;
        int next = whole.indexOf(part, begin);
        while (next >= 0) {
            twos &= next - begin == 2;
            threes &= next - begin == 3;
            if (!(twos || threes) || !isDigits(whole.substring(begin, next))) {
                return false;
            }
            begin = next + 1;
            next = whole.indexOf(part, begin);
        }
        return whole.length() - begin == 3 && isDigits(whole.substring(begin));
    }
}
