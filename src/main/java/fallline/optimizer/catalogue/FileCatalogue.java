package fallline.optimizer.catalogue;

import fallline.optimizer.Optimizer;
import fallline.optimizer.method.ConjugateGradient;
import fallline.optimizer.method.Lbfgs;
import fallline.optimizer.method.Newton;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.text.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The optimizers of the folder `catalogue/optimizers` on the class path, a file `<id>.rule` each, in the order of
/// `index.txt` there; then those that no rule can say, which are classes.
public final class FileCatalogue implements OptimizerCatalogue {
    private static final String FOLDER = "/catalogue/optimizers/";

    /// The methods that are written in Java.
    private static final List<Optimizer> CLASSES = List.of(new Newton(), new Lbfgs(), new ConjugateGradient());

    private final Map<String, Optimizer> optimizers;

    /// How many custom rules are kept: enough for the letters of a line that is being typed.
    private static final int MOST_KEPT = 64;

    /// Custom rules are kept by their text, so that a rule is the same object as long as its text is; those that were
    /// not asked for in a while go.
    private final LinkedHashMap<String, Optimizer> custom = new LinkedHashMap<>(16, 0.75f, true);

    private FileCatalogue(Map<String, Optimizer> optimizers) {
        this.optimizers = optimizers;
    }

    /// Reads the folder and adds the classes.
    public static FileCatalogue load() {
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        read("index.txt")
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(id -> optimizers.put(id, RuleOptimizer.parse(id, read(id + ".rule"))));
        CLASSES.forEach(optimizer -> optimizers.put(optimizer.id(), optimizer));
        return new FileCatalogue(optimizers);
    }

    private static String read(String file) {
        try (InputStream stream = FileCatalogue.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + FOLDER + file + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Optimizer> all() {
        return List.copyOf(optimizers.values());
    }

    @Override
    public synchronized Optimizer find(String id, Map<String, String> own) {
        String text = own.get(id);
        if (text != null) {
            Optimizer found = custom.computeIfAbsent(id + "\n" + text, _ -> RuleOptimizer.parse(id, text));
            if (custom.size() > MOST_KEPT) {
                custom.pollFirstEntry();
            }
            return found;
        }
        Optimizer optimizer = optimizers.get(id);
        if (optimizer == null) {
            throw new IllegalArgumentException(
                    "there is no optimizer " + Quote.of(id) + ": use one of " + String.join(", ", optimizers.keySet()));
        }
        return optimizer;
    }
}
