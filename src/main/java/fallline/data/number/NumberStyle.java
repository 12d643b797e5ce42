package fallline.data.number;

import java.util.Optional;
import java.util.OptionalInt;

/// What the marks in printed numbers mean: which is the decimal mark, and which parts thousands.
///
/// A set of styles is a mask: bit [#index] stands for a style.
public enum NumberStyle {
    POINT('.', Optional.empty()),
    POINT_COMMA('.', Optional.of(',')),
    POINT_BLANK('.', Optional.of(' ')),
    POINT_APOSTROPHE('.', Optional.of('\'')),
    COMMA(',', Optional.empty()),
    COMMA_POINT(',', Optional.of('.')),
    COMMA_BLANK(',', Optional.of(' ')),
    COMMA_APOSTROPHE(',', Optional.of('\''));

    /// All styles.
    public static final int ALL = (1 << values().length) - 1;

    private static final NumberStyle[] STYLES = values();

    private final char decimal;
    private final Optional<Character> thousands;

    NumberStyle(char decimal, Optional<Character> thousands) {
        this.decimal = decimal;
        this.thousands = thousands;
    }

    /// The decimal mark, a point or a comma.
    public char decimal() {
        return decimal;
    }

    /// The mark between thousands (a blank stands for every kind of blank), or none.
    public Optional<Character> thousands() {
        return thousands;
    }

    /// The mask of this style alone.
    public int mask() {
        return 1 << index();
    }

    /// Its bit in a mask.
    @SuppressWarnings("EnumOrdinal") // masks live as long as the program only
    int index() {
        return ordinal();
    }

    /// The styles with these marks, as a mask; what is empty may be anything.
    ///
    /// @param thousands a mark, or the character 0 for none
    public static int mask(Optional<Character> decimal, Optional<Character> thousands) {
        int mask = 0;
        for (NumberStyle style : STYLES) {
            boolean fits = decimal.map(mark -> mark == style.decimal).orElse(true)
                    && thousands
                            .map(mark -> style.thousands.map(mark::equals).orElse(mark == 0))
                            .orElse(true);
            mask |= fits ? style.mask() : 0;
        }
        return mask;
    }

    /// The simplest style of a mask: a point before a comma, no thousands before some; empty if it has none.
    public static Optional<NumberStyle> simplest(int mask) {
        return mask == 0 ? Optional.empty() : Optional.of(STYLES[Integer.numberOfTrailingZeros(mask)]);
    }

    /// The simplest style of a mask with this decimal mark.
    public static Optional<NumberStyle> simplest(int mask, char decimal) {
        return simplest(mask & mask(Optional.of(decimal), Optional.empty()));
    }

    /// The first style of a mask that parts thousands with `mark`.
    static OptionalInt withThousands(int mask, char mark) {
        int fitting = mask & mask(Optional.empty(), Optional.of(mark));
        return fitting == 0 ? OptionalInt.empty() : OptionalInt.of(Integer.numberOfTrailingZeros(fitting));
    }

    /// `2.104,5`-like description: `decimal comma, thousands with a point`.
    public String words() {
        String mark = decimal == '.' ? "decimal point" : "decimal comma";
        return mark
                + thousands
                        .map(part -> switch (part) {
                            case ',' -> ", thousands with a comma";
                            case '.' -> ", thousands with a point";
                            case ' ' -> ", thousands with a blank";
                            default -> ", thousands with an apostrophe";
                        })
                        .orElse("");
    }
}
