package fallline.data;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.CardScanner;
import fallline.card.CardText;
import fallline.card.Fact;
import fallline.text.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final CardText.Limits LIMITS = new CardText.Limits("a card", 100_000, 1_000);

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
    /// @param ridge the weight l2 of the penalty, 0 for none
    /// @param steps how many steps gradient descent needs at its suggested rate, where it needs more than usual
    public record Suggestion(
            String model,
            List<String> features,
            String target,
            int degree,
            boolean standardise,
            double ridge,
            OptionalInt steps) {
        private static final Pattern FORM = Pattern.compile("(?<model>[a-z-]+)(?: of degree (?<degree>[1-9]))?:"
                + "(?<target>.*?\\S.*?) from (?<features>.+?)(?<standard> in standard units)?"
                + "(?: with ridge (?<ridge>[0-9.e-]+))?(?: in (?<steps>[1-9][0-9]{0,5}) steps)?");

        public Suggestion {
            features = List.copyOf(features);
        }

        /// A model without a penalty.
        public Suggestion(String model, List<String> features, String target, int degree, boolean standardise) {
            this(model, features, target, degree, standardise, 0, OptionalInt.empty());
        }

        /// Reads `logistic-regression of degree 2: target from a, b in standard units with ridge 0.02 in 500 steps`.
        private static Suggestion of(String id, String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw refusal(id, text);
            }
            String degree = form.group("degree");
            String ridge = form.group("ridge");
            String steps = form.group("steps");
            try {
                return new Suggestion(
                        form.group("model"),
                        words(form.group("features")),
                        form.group("target").strip(),
                        degree == null ? 1 : Integer.parseInt(degree),
                        form.group("standard") != null,
                        ridge == null ? 0 : Double.parseDouble(ridge),
                        steps == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(steps)));
            } catch (NumberFormatException e) {
                throw refusal(id, text);
            }
        }

        private static DataException refusal(String id, String text) {
            return new DataException("Card " + id + ": write " + Quote.of(text)
                    + " as 'model: target from features', with 'of degree 2', 'in standard units', 'with ridge 0.1' and "
                    + "'in 500 steps' where needed, in this order.");
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
        return find(id).orElseThrow(() -> new DataException("There is no built-in data set " + Quote.of(id)
                        + ": choose one of "
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
        Map<String, String> entries = entries(id, text);
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
            throw new DataException("Card " + id + " has an unknown key "
                    + Quote.of(entries.keySet().iterator().next()) + ": remove it.");
        }
        return card;
    }

    private static Map<String, String> entries(String id, String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        try {
            for (CardLine line : CardText.lines(text, CardText.Indent.CONTINUES, LIMITS)) {
                Fact fact = line.fact()
                        .orElseThrow(() -> new DataException(
                                "Card " + id + ": " + Quote.of(line.text()) + " is not 'key: value'."));
                entries.put(fact.key(), fact.value());
            }
        } catch (CardException e) {
            throw new DataException("Card " + id + ", line " + e.line() + ": " + e.sentence() + ".", e);
        }
        return entries;
    }

    private static List<Suggestion> suggestions(Map<String, String> entries, String id) {
        List<Suggestion> all = new ArrayList<>();
        String best = take(entries, id, "model") + ": " + take(entries, id, "target") + " from ";
        all.add(Suggestion.of(id, best + take(entries, id, "features")));
        Optional<String> also = Optional.ofNullable(entries.remove("also"));
        also.ifPresent(others -> {
            for (String other : others.split(";", -1)) {
                all.add(Suggestion.of(id, other.strip()));
            }
        });
        return all;
    }

    private static Check check(String id, String text) {
        CardScanner scanner = new CardScanner(CardLine.of(text), 0);
        String quantity = scanner.name();
        String form = "Card " + id + ": write " + Quote.of(text) + " as 'name = number +- number'.";
        try {
            if (quantity.isEmpty() || !scanner.skip("=")) {
                throw new DataException(form);
            }
            double value = scanner.number("the value of " + quantity);
            if (!scanner.skip("+-")) {
                throw new DataException(form);
            }
            return new Check(quantity, value, scanner.number("the tolerance of " + quantity));
        } catch (CardException e) {
            throw new DataException(form, e);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static String take(Map<String, String> entries, String id, String key) {
        String value = entries.remove(key);
        if (value == null || value.isEmpty()) {
            throw new DataException("Card " + id + " has no " + Quote.of(key) + ": add a line '" + key + ": …'.");
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
