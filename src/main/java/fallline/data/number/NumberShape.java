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
        return isDigits(text, 0, text.length());
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// Groups of three behind one to three digits, or India's groups of two with three at the end; no 0 in front.
    private static boolean isGrouped(String whole, char part) {
        int first = whole.indexOf(part);
        int end = whole.lastIndexOf(part);
        if (first < 1 || first > 3 || whole.charAt(0) == '0' || whole.length() - end != 4) {
            return false; // also where the mark is not there: bare digits have been seen to before
        }
        boolean twos = first <= 2;
        boolean threes = true;
        int from = 0;
        for (int at = first; at >= 0; at = whole.indexOf(part, from)) {
            twos &= from == 0 || at - from == 2;
            threes &= from == 0 || at - from == 3;
            if (!isDigits(whole, from, at)) {
                return false;
            }
            from = at + 1;
        }
        return isDigits(whole, from, whole.length()) && (threes || twos);
    }
}
