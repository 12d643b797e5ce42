package fallline.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.codec.ExperimentCodec;
import fallline.file.codec.OpenedExperiment;
import fallline.file.codec.TableRules;
import fallline.file.json.JsonText;
import fallline.file.json.UnknownFields;
import fallline.io.AtomicFile;
import fallline.io.FileException;
import fallline.io.SafeFile;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads and writes experiments as JSON. Callable from any thread.
public final class ExperimentFile {
    /// What the names of experiments end in, without the dot: the usual one, and the one before it.
    public static final List<String> ENDINGS = List.of("fallline", "json");

    private static final Pattern TABLE = Pattern.compile("(?i)\\.(csv|tsv|tab|dat|data|arff|xlsx|xls|gz)$");

    /// The largest experiment, in bytes, that comes from no file on a disk.
    private static final int MOST_OF_PIPE = 1 << 26;

    /// What stands for standard input on a command line.
    private static final Path STANDARD_INPUT = Path.of("-");

    private final OptimizerCatalogue catalogue;
    private final boolean pipes;

    /// @param catalogue where the optimizers that a file names are found
    public ExperimentFile(OptimizerCatalogue catalogue) {
        this(catalogue, false);
    }

    private ExperimentFile(OptimizerCatalogue catalogue, boolean pipes) {
        this.catalogue = catalogue;
        this.pipes = pipes;
    }

    /// The same, but pipes and standard input may be read too, up to a bound: for the command line, which may wait.
    public ExperimentFile withPipes() {
        return new ExperimentFile(catalogue, true);
    }

    /// Whether a file has the name of an experiment.
    public static boolean isNamedSo(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /// Opens `file`, with the data that it names.
    ///
    /// @throws FileException with one sentence that names the place, if it cannot be used
    public OpenedExperiment read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (TABLE.matcher(name).find()) {
            throw new FileException(Quote.shortened(name)
                    + " is a table of data and no experiment: open it in the window, or name it in an "
                    + "experiment as \"data\": {\"csv\": \"" + Quote.shortened(name) + "\"}.");
        }
        byte[] text = bytes(file);
        return new ExperimentCodec(catalogue, TableRules.ofFile(folder(file), pipes)).read(JsonText.parse(name, text));
    }

    /// Opens an experiment from text.
    ///
    /// @param name what messages call it
    /// @param folder what paths in it are relative to
    /// @throws FileException as [#read]
    public OpenedExperiment parse(String name, String text, Path folder) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ExperimentCodec(catalogue, TableRules.ofFile(folder, pipes)).read(JsonText.parse(name, bytes));
    }

    /// Opens an experiment that stands in another text or beside it, such as a lesson; it may leave its version out.
    ///
    /// @throws FileException as [#read]
    public OpenedExperiment within(String name, String text, TableRules rules) {
        JsonNode root = JsonText.parse(name, text.getBytes(StandardCharsets.UTF_8));
        if (root instanceof ObjectNode object && !object.has("fallline")) {
            object.put("fallline", 1);
        }
        return new ExperimentCodec(catalogue, rules).read(root);
    }

    /// Writes `file` anew, or for the first time; when that fails, an old file is as it was.
    ///
    /// @param unknown what [#read] gave, so that nothing is lost
    /// @throws FileException with one sentence, if it cannot be written
    public void write(Path file, Experiment experiment, Optional<ViewState> view, UnknownFields unknown) {
        var tree =
                new ExperimentCodec(catalogue, TableRules.ofFile(folder(file), pipes)).write(experiment, view, unknown);
        SafeFile.write(file, out -> JsonText.write(tree, out));
    }

    /// The text that [#write] writes into a file of `folder`.
    public String text(Experiment experiment, Optional<ViewState> view, UnknownFields unknown, Path folder) {
        var out = new ByteArrayOutputStream();
        try {
            JsonText.write(
                    new ExperimentCodec(catalogue, TableRules.ofFile(folder, pipes)).write(experiment, view, unknown),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private byte[] bytes(Path file) {
        if (pipes && file.equals(STANDARD_INPUT)) {
            return standardInput();
        }
        if (Files.isDirectory(file)) {
            throw new FileException(Quote.path(file) + " is a folder: choose an experiment file in it.");
        }
        try {
            if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) == 0)) {
                return unbounded(file);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new FileException("There is no file " + Quote.path(file) + ": check its name and folder.", e);
        } catch (AccessDeniedException e) {
            throw new FileException(
                    Quote.path(file) + " may not be read: change its permissions, or copy it elsewhere.", e);
        } catch (IOException e) {
            throw new FileException(
                    Quote.path(file) + " cannot be read (" + AtomicFile.reason(e) + "): try again, or copy it first.",
                    e);
        } catch (OutOfMemoryError e) {
            throw new FileException(Quote.path(file) + " is too large to be an experiment: choose another file.", e);
        }
    }

    private static byte[] standardInput() {
        try {
            return some(bounded(System.in, "Standard input"), "Standard input");
        } catch (IOException e) {
            throw new FileException("Standard input cannot be read (" + AtomicFile.reason(e) + "): try a file.", e);
        }
    }

    private static byte[] bounded(InputStream stream, String what) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_OF_PIPE + 1);
        if (bytes.length > MOST_OF_PIPE) {
            throw new FileException(what + " gives more than 64 MB and is no experiment: choose another file.");
        }
        return bytes;
    }

    private static byte[] some(byte[] bytes, String what) {
        if (bytes.length == 0) {
            throw new FileException(what + " gives nothing to read: choose a file that Fall Line has saved.");
        }
        return bytes;
    }

    /// The bytes of what may never end: a pipe, a device, a file of the system that says it has no bytes.
    private byte[] unbounded(Path file) throws IOException {
        if (!pipes && !Files.isRegularFile(file)) {
            throw new FileException(Quote.path(file)
                    + " is no file but a pipe or a device, which may never end: save what it gives in a file.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = bounded(stream, Quote.path(file));
            return Files.isRegularFile(file) ? bytes : some(bytes, Quote.path(file));
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
