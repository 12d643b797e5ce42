package fallline.file.codec;

import fallline.file.codec.TableRules.Paths;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
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
        if (rules.paths().byName() && (!BARE_NAME.matcher(text).matches() || text.equals(".") || text.equals(".."))) {
            throw csv.refusal("the name of a table without a folder");
        }
        try {
            Path file = rules.folder().resolve(text);
            if (rules.paths() == Paths.BESIDE) {
                checkBeside(file, csv);
            }
            return file;
        } catch (InvalidPathException e) {
            throw FileException.at(csv.place().toString(), e);
        }
    }

    /// Whether it is a file of its own, of bounded size; one that is not there is for the reader of tables to name.
    private static void checkBeside(Path file, Value csv) {
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw csv.refusal("a table that lies in the lesson's folder itself, and no link or folder");
            }
            if (Files.exists(file) && Files.size(file) > TableRules.MOST_BESIDE) {
                throw csv.refusal("a table of at most 16 MB");
            }
        } catch (IOException e) {
            throw FileException.at(csv.place().toString(), e);
        }
    }

    /// With forward slashes; the whole path where no way leads from the folder to the file (another drive).
    static String of(TableRules rules, Path path) {
        if (rules.paths().byName()) {
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
