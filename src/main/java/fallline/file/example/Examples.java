package fallline.file.example;

import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The folder `examples` on the class path: experiments as `<id>.fallline`, and `index.txt` with a line
/// `id | title | sentence` each, in the order of the menu.
public final class Examples {
    private static final String FOLDER = "/examples/";

    private Examples() {}

    /// All of them, in order.
    public static List<Example> all() {
        return text("index.txt").lines().map(Examples::example).toList();
    }

    private static Example example(String line) {
        String[] parts = line.split(" \\| ", 3);
        return new Example(parts[0], parts[1], parts[2]);
    }

    /// The experiment.
    public static OpenedExperiment open(Example example, OptimizerCatalogue catalogue) {
        return new ExperimentFile(catalogue).parse(example.file(), text(example.file()), Path.of(""));
    }

    private static String text(String file) {
        try (InputStream stream = Examples.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + FOLDER + file + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
