package fallline.file.codec;

import java.nio.file.Path;

/// How a file is named in an experiment file.
final class RelativePath {
    private RelativePath() {}

    /// The path from the folder to the file, with forward slashes; the whole path where there is none (another
    /// drive).
    static String of(Path folder, Path path) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = path.toAbsolutePath().normalize();
        boolean related = from.getRoot() != null && from.getRoot().equals(to.getRoot());
        String text = (related ? from.relativize(to) : to).toString();
        return text.replace(path.getFileSystem().getSeparator(), "/");
    }
}
