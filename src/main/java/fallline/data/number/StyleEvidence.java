package fallline.data.number;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the numbers of one column say about their marks, gathered over all its cells.
final class StyleEvidence {
    private static final NumberStyle[] STYLES = NumberStyle.values();
    private static final double THOUSAND = 1000;

    private final int[] fitting = new int[STYLES.length];
    private final Map<String, Integer> currencies = new HashMap<>();
    private int common = NumberStyle.ALL;
    private int count;
    private int percents;
    private int open;
    private boolean openZero;
    private Optional<Numeral> firstOpen = Optional.empty();
    private Optional<Numeral> firstBelow = Optional.empty();
    private Optional<Numeral> firstAbove = Optional.empty();
    private Optional<Numeral> firstMarked = Optional.empty();

    void add(Numeral numeral) {
        count += numeral.isZero() ? 0 : 1;
        common &= numeral.styles();
        for (int i = 0; i < STYLES.length; i++) {
            fitting[i] += numeral.styles() >> i & 1;
        }
        percents += numeral.percent() && !numeral.isZero() ? 1 : 0;
        if (!numeral.currency().isEmpty()) {
            currencies.merge(numeral.currency(), 1, Integer::sum);
        }
        if (numeral.isMarkless()) {
            if (numeral.digits() >= THOUSAND) {
                firstAbove = firstAbove.or(() -> Optional.of(numeral));
            } else if (numeral.digits() > 0) {
                firstBelow = firstBelow.or(() -> Optional.of(numeral));
            }
            return;
        }
        firstMarked = firstMarked.or(() -> Optional.of(numeral));
        if (numeral.isOpen()) {
            open++;
            openZero |= numeral.endsInZero();
            firstOpen = firstOpen.or(() -> Optional.of(numeral));
        }
    }

    /// How many numbers other than 0 there are.
    int count() {
        return count;
    }

    /// How many numbers have a percent sign.
    int percents() {
        return percents;
    }

    /// The currency that most numbers with one have; empty if none has.
    Optional<String> currency() {
        return currencies.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /// The styles of which the column speaks, as a mask: those in which all numbers are one, or else most of them.
    private int candidates(int allowed) {
        if ((common & allowed) != 0) {
            return common & allowed;
        }
        int most = 0;
        int mask = 0;
        for (NumberStyle style : STYLES) {
            int fits = (allowed & style.mask()) == 0 ? 0 : fitting[style.index()];
            if (fits > most) {
                most = fits;
                mask = 0;
            }
            mask |= fits > 0 && fits == most ? style.mask() : 0;
        }
        return mask == 0 ? allowed : mask;
    }

    /// The decimal mark if this column alone leaves no doubt about it, and has a number that shows it.
    Optional<Numeral> sureDecimal() {
        int mask = candidates(NumberStyle.ALL);
        boolean point = NumberStyle.simplest(mask, '.').isPresent();
        boolean comma = NumberStyle.simplest(mask, ',').isPresent();
        return point != comma ? firstMarked : Optional.empty();
    }

    /// Decides, by the column first and by the rest of the file where the column leaves it open.
    StyleDecision decide(int allowed, FileMarks file) {
        int mask = candidates(allowed);
        NumberStyle simplest = NumberStyle.simplest(mask).orElse(NumberStyle.POINT);
        if (firstOpen.isEmpty()) {
            return StyleDecision.plain(simplest);
        }
        Numeral example = firstOpen.get();
        char mark = example.openMark();
        Optional<NumberStyle> decimal = NumberStyle.simplest(mask, mark);
        Optional<NumberStyle> thousands = NumberStyle.withThousands(mask, mark).stream()
                .mapToObj(index -> STYLES[index])
                .findFirst();
        if (decimal.isEmpty() || thousands.isEmpty()) {
            return StyleDecision.plain(decimal.or(() -> thousands).orElse(simplest));
        }
        if (file.decimal().equals(Optional.of(mark))) {
            return StyleDecision.plain(decimal.get()); // as in the rest of the file
        }
        Verdict verdict = verdict(mark, file);
        return verdict.thousands
                ? new StyleDecision(thousands.get(), decimal, firstOpen, verdict.because)
                : new StyleDecision(decimal.get(), thousands, firstOpen, verdict.because);
    }

    private record Verdict(boolean thousands, String because) {}

    private Verdict verdict(char mark, FileMarks file) {
        String name = mark == ',' ? "comma" : "point";
        if (file.decimal().isPresent()) {
            return new Verdict(
                    true, "the decimal mark is a " + (mark == ',' ? "point" : "comma") + " in " + file.example());
        }
        if (firstAbove.isPresent()) {
            return new Verdict(false, firstAbove.get().text() + " stands there without a " + name);
        }
        if (firstBelow.isPresent() && openZero) {
            return new Verdict(true, firstBelow.get().text() + " stands there without decimals");
        }
        if (mark == ',' && file.separator() == ';') {
            return new Verdict(false, "semicolons part the columns, as they do where the comma is the decimal mark");
        }
        return mark == ','
                ? new Verdict(
                        true,
                        (open == 1 ? "it has" : "all " + open + " numbers with a comma have")
                                + " three digits behind it")
                : new Verdict(false, "a point is more often the decimal mark, and nothing in the file says otherwise");
    }
}
