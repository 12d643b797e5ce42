package fallline.export.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// A form that films can be written in: a line in the list of [FilmFormats].
///
/// @param ending of the names of its files, without the dot, lower case
/// @param name for the user: `Animated picture`
/// @param mostSide so many pixels it may be wide and high
/// @param writer writes the file, whole or not at all
public record FilmFormat(String ending, String name, int mostSide, Writer writer) {
    /// Writes frames.
    @FunctionalInterface
    public interface Writer {
        /// @throws IOException if the file cannot be written; then nothing is left of it
        FilmReport write(Frames frames, Path target) throws IOException;
    }

    /// What people call it: `GIF`.
    public String word() {
        return ending.toUpperCase(Locale.ROOT);
    }
}
