package fallline.app.find;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds by words: an entry is meant if it has every typed word somewhere in its words.
///
/// First comes the name that was typed in full, then names that begin with it, then those with a word that does, then
/// those that have it inside, then entries that have it elsewhere; equals keep their order. `Optimizer: Adam` counts
/// as a name of two parts, of which each may have been typed.
public final class Ranking {
    private static final int ELSEWHERE = 4;

    private Ranking() {}

    /// The entries that are meant, the likeliest first.
    public static <T> List<T> found(List<T> entries, String typed, Function<T, String> name) {
        return found(entries, typed, name, name);
    }

    /// As above, where entries are found by more than their names.
    ///
    /// @param words all that is known of an entry, its name too
    public static <T> List<T> found(
            List<T> entries, String typed, Function<T, String> name, Function<T, String> words) {
        String wanted = plain(typed).strip();
        if (wanted.isEmpty()) {
            return List.copyOf(entries);
        }
        List<String> parts = List.of(wanted.split("\\s+"));
        List<String> names = entries.stream().map(name).map(Ranking::plain).toList();
        return IntStream.range(0, entries.size())
                .filter(i -> hasAll(plain(words.apply(entries.get(i))), parts))
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> rank(names.get(i), wanted, parts.getFirst()))
                        .thenComparingInt(i -> rank(plain(words.apply(entries.get(i))), wanted)))
                .map(entries::get)
                .toList();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean hasAll(String words, List<String> parts) {
        return parts.stream().allMatch(words::contains);
    }

    /// All that was typed counts before its first word alone.
    private static int rank(String name, String typed, String first) {
        int whole = rank(name, typed);
        return whole < ELSEWHERE || first.equals(typed) ? whole : ELSEWHERE + rank(name, first);
    }

    private static int rank(String name, String typed) {
        int colon = name.indexOf(": ");
        String own = colon < 0 ? name : name.substring(colon + 2);
        if (name.equals(typed) || own.equals(typed)) {
            return 0;
        }
        if (name.startsWith(typed) || own.startsWith(typed)) {
            return 1;
        }
        int at = name.indexOf(typed);
        for (int from = at; from >= 0; from = name.indexOf(typed, from + 1)) {
            if (from > 0 && !Character.isLetterOrDigit(name.charAt(from - 1))) {
                return 2;
            }
        }
        return at >= 0 ? 3 : ELSEWHERE;
    }
}
