package fallline.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The card of a data set in the catalogue: what it is, whose it is, what it teaches.
///
/// A data set is two files in `catalogue/datasets`, `id.csv` and the card `id.txt`, and a line in `index.txt`. A card
/// has lines of the form `key: value`; a line that begins with a space continues the one above.
///
/// @param id the file's name without its ending; what an experiment file says
/// @param title a few words for a list
/// @param suggestions the models that it suits, the one that it is best for first
/// @param opens the models that open with this set when somebody chooses them without data of their own
/// @param teaches one or two sentences on what there is to be learnt from it
/// @param fact one sentence that is known to be true of it
/// @param checks the fact in numbers
/// @param source where it comes from
/// @param licence under what terms
public record BuiltInData(
        String id,
        String title,
        List<Suggestion> suggestions,
        List<String> opens,
        String teaches,
        String fact,
        List<Check> checks,
        String source,
        String licence) {
    private static final String FOLDER = "/catalogue/datasets/";

    public BuiltInData {
        suggestions = List.copyOf(suggestions);
        opens = List.copyOf(opens);
        checks = List.copyOf(checks);
    }

    /// A number that is known of a data set: |measured − value| ≤ tolerance.
    ///
    /// @param quantity `rows`, `missing` (values in all columns), `r2`, `intercept`, or a feature's name for its
    ///     coefficient; the last three at the best fit of the suggested model
    public record Check(String quantity, double value, double tolerance) {}

    /// A model that a data set suits.
    ///
    /// @param model `linear-regression`, `plane-regression` (two features), `polynomial-regression`,
    ///     `logistic-regression`, `softmax-regression` or `network`
    /// @param degree of the polynomial, else 1
    /// @param standardise whether its features are better taken in standard units
    public record Suggestion(String model, List<String> features, String target, int degree, boolean standardise) {
        private static final Pattern FORM =
                Pattern.compile("([a-z]+(?:-[a-z]+)?)(?: of degree ([1-9]))?: (\\S+) from (.+?)( in standard units)?");

        public Suggestion {
            features = List.copyOf(features);
        }

        /// Reads `polynomial-regression of degree 2: target from feature in standard units`.
        private static Suggestion of(String id, String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new DataException(
                        "Card " + id + ": write '" + text
                                + "' as 'model: target from features', with 'of degree 2' and 'in standard units' where needed.");
            }
            int degree =
                    Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(1);
            return new Suggestion(
                    matcher.group(1), words(matcher.group(4)), matcher.group(3), degree, matcher.group(5) != null);
        }
    }

    /// The model that it is best for.
    public Suggestion best() {
        return suggestions.getFirst();
    }

    /// What it suggests for a kind of model.
    public Optional<Suggestion> suggestion(String kind) {
        return suggestions.stream().filter(one -> one.model().equals(kind)).findFirst();
    }

    /// All cards, in the order of the index.
    public static List<BuiltInData> all() {
        List<BuiltInData> cards = new ArrayList<>();
        for (String id : text("index.txt").lines().toList()) {
            if (!id.isBlank()) {
                cards.add(card(id.strip(), text(id.strip() + ".txt")));
            }
        }
        return List.copyOf(cards);
    }

    /// The card of that id, if the catalogue has it.
    public static Optional<BuiltInData> find(String id) {
        return all().stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /// Reads a built-in data set.
    ///
    /// @throws DataException if the catalogue has no such id; the sentence offers those that it has
    public static Dataset dataset(String id) {
        return find(id).orElseThrow(() -> new DataException("There is no built-in data set '" + id + "': choose one of "
                        + String.join(", ", all().stream().map(BuiltInData::id).toList()) + "."))
                .load()
                .dataset();
    }

    /// Reads this data set, with its missing values as problems.
    public CsvTable load() {
        return CsvReader.parse(id, new DataSource.BuiltIn(id), bytes(id + ".csv"));
    }

    /// Reads a card.
    ///
    /// @throws DataException if a key is missing, unknown or malformed
    static BuiltInData card(String id, String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        String key = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(" ")) {
                entries.merge(key, line.strip(), (before, more) -> before + " " + more);
            } else if (!line.isBlank()) {
                int colon = line.indexOf(':');
                if (colon < 0) {
                    throw new DataException("Card " + id + ": '" + line + "' is not 'key: value'.");
                }
                key = line.substring(0, colon).strip();
                entries.put(key, line.substring(colon + 1).strip());
            }
        }
        BuiltInData card = new BuiltInData(
                id,
                take(entries, id, "title"),
                suggestions(entries, id),
                Optional.ofNullable(entries.remove("opens"))
                        .map(BuiltInData::words)
                        .orElse(List.of()),
                take(entries, id, "teaches"),
                take(entries, id, "fact"),
                words(take(entries, id, "check")).stream()
                        .map(check -> check(id, check))
                        .toList(),
                take(entries, id, "source"),
                take(entries, id, "licence"));
        if (!entries.isEmpty()) {
            throw new DataException("Card " + id + " has an unknown key '"
                    + entries.keySet().iterator().next() + "': remove it.");
        }
        return card;
    }

    private static List<Suggestion> suggestions(Map<String, String> entries, String id) {
        List<Suggestion> all = new ArrayList<>();
        String best = take(entries, id, "model") + ": " + take(entries, id, "target") + " from ";
        all.add(Suggestion.of(id, best + take(entries, id, "features")));
        Optional<String> also = Optional.ofNullable(entries.remove("also"));
        also.ifPresent(others -> {
            for (String other : others.split("\\s*;\\s*", -1)) {
                all.add(Suggestion.of(id, other));
            }
        });
        return all;
    }

    private static Check check(String id, String text) {
        String[] parts = text.split("=|\\+-", -1);
        try {
            return new Check(parts[0].strip(), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new DataException("Card " + id + ": write '" + text + "' as 'name = number +- number'.", e);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s*,\\s*"));
    }

    private static String take(Map<String, String> entries, String id, String key) {
        String value = entries.remove(key);
        if (value == null || value.isEmpty()) {
            throw new DataException("Card " + id + " has no '" + key + "': add a line '" + key + ": …'.");
        }
        return value;
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = BuiltInData.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new DataException("The catalogue has no " + file + ": put it beside index.txt.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue's " + file + " cannot be read", e);
        }
    }
}
