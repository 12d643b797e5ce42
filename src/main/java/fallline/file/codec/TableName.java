package fallline.file.codec;

import fallline.file.codec.TableRules.Paths;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How a table is named in an experiment's text.
final class TableName {
    private static final Pattern BARE_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,255}");

    private TableName() {}

    /// The file that the text means.
    ///
    /// @throws FileException with a sentence, if it can be no name, or one that the rules do not allow
    static Path file(TableRules rules, Value csv) {
        String text = csv.text();
        if (rules.paths() == Paths.NAMES
                && (!BARE_NAME.matcher(text).matches() || text.equals(".") || text.equals(".."))) {
            throw csv.refusal("the name of a table without a folder");
        }
        try {
            return rules.folder().resolve(text);
        } catch (InvalidPathException e) {
            throw FileException.at(csv.place().toString(), e);
        }
    }

    /// With forward slashes; the whole path where no way leads from the folder to the file (another drive).
    static String of(TableRules rules, Path path) {
        if (rules.paths() == Paths.NAMES) {
            return String.valueOf(path.getFileName());
        }
        Path from = rules.folder().toAbsolutePath().normalize();
        Path to = path.toAbsolutePath().normalize();
        boolean related = rules.paths() == Paths.RELATIVE
                && from.getRoot() != null
                && from.getRoot().equals(to.getRoot());
        String text = (related ? from.relativize(to) : to).toString();
        return text.replace(path.getFileSystem().getSeparator(), "/");
    }
}
