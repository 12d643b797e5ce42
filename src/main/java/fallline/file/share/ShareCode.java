package fallline.file.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.codec.ExperimentCodec;
import fallline.file.codec.OpenedExperiment;
import fallline.file.codec.TableColumns;
import fallline.file.codec.TableRules;
import fallline.file.json.JsonText;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.number.Numbers;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.DataProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An experiment with its view as one line of text. Callable from any thread.
///
/// Data go with it where they are few; else it names the table, which whoever opens it must have. A code comes from
/// strangers: it can name no file in another folder.
public final class ShareCode {
    /// What every code begins with.
    public static final String BEGINNING = "fallline:";

    /// The most bytes of data that go with it, as JSON.
    static final int MOST_DATA = 16 * 1024;

    private static final String NAME = "The share code";

    private final OptimizerCatalogue catalogue;

    /// @param catalogue where the optimizers that a code names are found
    public ShareCode(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Whether a text means to be a code, be it damaged.
    public static boolean is(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.startsWith(BEGINNING, start);
    }

    /// A code, and what is not in it.
    ///
    /// @param needed the name of the table that whoever opens it must have
    public record Written(String text, Optional<String> needed) {}

    /// The code of an experiment.
    ///
    /// @throws FileException with one sentence, if it would be too long, or its data are too many and in no file
    public Written write(Experiment experiment, ViewState view) {
        TableRules rules = TableRules.ofShareCode(Path.of(""));
        ObjectNode root =
                new ExperimentCodec(catalogue, rules).write(experiment, Optional.of(view), UnknownFields.none());
        Optional<String> needed =
                DataProblem.of(experiment.problem()).flatMap(data -> carry(data.data(), root.at("/problem/data")));
        return new Written(Envelope.seal(JsonText.line(root)), needed);
    }

    /// Puts the columns in, where they are few.
    ///
    /// @return the name of the table that is needed besides
    private static Optional<String> carry(Dataset data, JsonNode place) {
        if (data.source() instanceof DataSource.BuiltIn || !(place instanceof ObjectNode node)) {
            return Optional.empty();
        }
        Optional<ObjectNode> columns = small(data.columns());
        if (data.source() instanceof DataSource.CsvFile file) {
            columns.ifPresent(some -> {
                node.put("embedded", true);
                node.set("columns", some);
            });
            return columns.isPresent() ? Optional.empty() : Optional.of(name(file));
        }
        node.set(
                "columns",
                columns.orElseThrow(() -> new FileException("A share code holds up to 16 KB of data, and " + data.name()
                        + " is larger: save the experiment, and send the file.")));
        return Optional.empty();
    }

    private static Optional<ObjectNode> small(List<Column> columns) {
        long cells = (long) columns.size() * columns.getFirst().rows();
        if (2 * cells > MOST_DATA || !TableColumns.canHold(columns)) {
            return Optional.empty(); // a cell and its comma have two bytes at least
        }
        ObjectNode node = TableColumns.write(columns);
        return JsonText.line(node).length <= MOST_DATA ? Optional.of(node) : Optional.empty();
    }

    private static String name(DataSource.CsvFile file) {
        return String.valueOf(file.path().getFileName());
    }

    /// What a code holds.
    ///
    /// @param folder where a table is looked for that did not go with it
    /// @throws FileException with one sentence, if the text is damaged, hostile or no code, or needs a table that
    ///     is not there
    public OpenedExperiment read(String text, Path folder) {
        var root = JsonText.parse(NAME, Envelope.open(text));
        var data = root.at("/problem/data");
        String csv = data.path("csv").asText("");
        boolean alone = !csv.isEmpty() && !data.path("embedded").asBoolean();
        if (alone && csv.length() <= 255 && !Files.exists(folder.resolve(plain(csv)))) {
            throw new FileException("This share code needs the table " + plain(csv) + size(data.at("/pin/bytes"))
                    + ", which is not in the folder " + folder.toAbsolutePath().normalize()
                    + ": put it there, and open the code once more.");
        }
        return new ExperimentCodec(catalogue, TableRules.ofShareCode(folder)).read(root);
    }

    /// A name as it can stand in a sentence and in no other folder.
    private static String plain(String csv) {
        return csv.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_");
    }

    private static String size(JsonNode bytes) {
        return bytes.isIntegralNumber() ? " (" + Numbers.whole(bytes.longValue()) + " bytes)" : "";
    }
}
