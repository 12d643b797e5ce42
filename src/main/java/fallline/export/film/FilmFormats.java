package fallline.export.film;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The list of forms that films can be written in, beside [fallline.export.PictureFormats]. `fallline render` and
/// whatever offers films read it; a new form is one line in it.
public final class FilmFormats {
    /// All forms, the usual one first. Players of MP4 stop at level 5.1 of H.264.
    public static final List<FilmFormat> ALL = List.of(
            new FilmFormat("gif", "Animated picture", 65_535, GifFilm::write),
            new FilmFormat("apng", "Animated picture without loss", 1_000_000, ApngFilm::write),
            new FilmFormat(
                    "mp4", "Film", 4096, (frames, target) -> Mp4Film.usual().write(frames, target)));

    private FilmFormats() {}

    /// The form that the file's name ends in.
    public static Optional<FilmFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> name.endsWith("." + format.ending()))
                .findFirst();
    }

    /// Their endings as they stand in a sentence: `.gif, .apng or .mp4`.
    public static String endings() {
        String all = ALL.stream().map(format -> "." + format.ending()).collect(Collectors.joining(", "));
        int comma = all.lastIndexOf(", ");
        return all.substring(0, comma) + " or " + all.substring(comma + 2);
    }
}
