package fallline.app.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds by words: an entry is meant if it has every typed word somewhere in its name.
///
/// First come names that begin with what was typed, then those with a word that does, then the others; equals keep
/// their order.
final class Ranking {
    private Ranking() {}

    /// The entries that are meant, the likeliest first.
    static <T> List<T> found(List<T> entries, String typed, Function<T, String> name) {
        List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return IntStream.range(0, entries.size())
                .filter(i -> hasAll(name.apply(entries.get(i)), words))
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(name.apply(entries.get(i)), words.getFirst())))
                .map(entries::get)
                .toList();
    }

    private static boolean hasAll(String name, List<String> words) {
        String plain = name.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(plain::contains);
    }

    private static int rank(String name, String first) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.startsWith(first)) {
            return 0;
        }
        return plain.contains(" " + first) ? 1 : 2;
    }
}
