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
        String[] groups = whole.split(java.util.regex.Pattern.quote(String.valueOf(part)), -1);
        int last = groups.length - 1;
        if (groups[0].isEmpty() || groups[0].length() > 3 || groups[0].charAt(0) == '0' || groups[last].length() != 3) {
            return false;
        }
        boolean twos = groups[0].length() <= 2;
        boolean threes = true;
        for (int i = 0; i <= last; i++) {
            if (!isDigits(groups[i])) {
                return false;
            }
            twos &= i == 0 || i == last || groups[i].length() == 2;
            threes &= i == 0 || groups[i].length() == 3;
        }
        return threes || twos;
    }
}
