package fallline.export;

import java.nio.file.Path;
import java.util.List;

/// A form that pictures can be written in: a line in the list of [PictureFormats].
///
/// @param ending of the names of its files, without the dot, lower case
/// @param name for the user: `Vector graphic`
/// @param scales how many pixels of the file a logical pixel may be, for the user to choose; empty where there are none
/// @param writer writes the file, whole or not at all
public record PictureFormat(String ending, String name, List<Integer> scales, Writer writer) {
    /// Writes a page.
    @FunctionalInterface
    public interface Writer {
        /// @param scale pixels a logical pixel; for vectors without meaning
        /// @throws ExportException with a sentence for the user, if that cannot be done
        void write(Page page, double scale, Path target);
    }

    public PictureFormat {
        scales = List.copyOf(scales);
    }

    /// What people call it: `SVG`.
    public String word() {
        return ending.toUpperCase(java.util.Locale.ROOT);
    }
}
