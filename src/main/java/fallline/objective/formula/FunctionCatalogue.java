package fallline.objective.formula;

import fallline.text.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The functions of the folder `catalogue/functions` on the class path, a card `<id>.function` each, in the order of
/// `index.txt` there. A card is read when it is asked for.
public final class FunctionCatalogue {
    private static final String FOLDER = "/catalogue/functions/";
    private static final int OFFERED = 3;

    private FunctionCatalogue() {}

    /// The ids of all functions.
    public static List<String> ids() {
        return read("index.txt")
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /// The cards of all functions.
    public static List<CatalogueFunction> all() {
        return ids().stream().map(FunctionCatalogue::card).toList();
    }

    /// The function of that id.
    ///
    /// @throws IllegalArgumentException with a sentence that offers the nearest ids, if there is none
    public static CatalogueFunction find(String id) {
        List<String> ids = ids();
        if (!ids.contains(id)) {
            throw new IllegalArgumentException(
                    "there is no function " + Quote.of(id) + " in the catalogue: the nearest are " + nearest(id, ids));
        }
        return card(id);
    }

    private static CatalogueFunction card(String id) {
        return CardReader.read(id, read(id + ".function"));
    }

    /// The card of a function that is not in the catalogue, from its text.
    ///
    /// @throws CatalogueException with a sentence that names the line and the remedy
    public static CatalogueFunction parse(String id, String text) {
        return CardReader.read(id, text);
    }

    private static String nearest(String wanted, List<String> ids) {
        String plain = wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        List<String> best = ids.stream()
                .sorted(Comparator.comparingInt(id -> distance(plain, id)))
                .limit(OFFERED)
                .toList();
        return String.join(", ", best.subList(0, OFFERED - 1)) + " and " + best.getLast();
    }

    /// How many letters must be inserted, removed or replaced to turn one word into the other (Levenshtein 1966), but
    /// none for the letters that a longer id has behind the word.
    private static int distance(String word, String id) {
        if (!word.isEmpty() && id.startsWith(word)) {
            return 0;
        }
        int[] above = new int[id.length() + 1];
        for (int j = 0; j <= id.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int[] row = new int[id.length() + 1];
            row[0] = i;
            for (int j = 1; j <= id.length(); j++) {
                int replaced = above[j - 1] + (word.charAt(i - 1) == id.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[id.length()];
    }

    private static String read(String file) {
        try (InputStream stream = FunctionCatalogue.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + FOLDER + file + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
