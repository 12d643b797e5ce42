package fallline.export.film;

import fallline.export.film.stream.Yuv420;
import fallline.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes films as MP4 with H.264 (yuv420p, BT.709, limited range): by `ffmpeg` where it is installed, else by JCodec.
final class Mp4Film {
    private final Optional<Path> ffmpeg;

    /// @param ffmpeg the program
    Mp4Film(Optional<Path> ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /// With what the PATH has.
    static Mp4Film usual() {
        return new Mp4Film(Ffmpeg.on(Optional.ofNullable(System.getenv("PATH")).orElse("")));
    }

    FilmReport write(Frames frames, Path target) throws IOException {
        List<String> notes = new ArrayList<>();
        if (frames.width() % 2 + frames.height() % 2 > 0) {
            notes.add("MP4 needs even sizes: the film is " + Yuv420.up(frames.width(), 2) + " × "
                    + Yuv420.up(frames.height(), 2) + " pixels, its last row or column twice.");
        }
        if (ffmpeg.isEmpty() || !byFfmpeg(ffmpeg.get(), frames, target, notes)) {
            AtomicFile.write(target, out -> JcodecFilm.write(frames, out));
        }
        return new FilmReport(frames.count(), frames.film().speed().fps(), notes);
    }

    private static boolean byFfmpeg(Path program, Frames frames, Path target, List<String> notes) throws IOException {
        try {
            AtomicFile.write(target, out -> Ffmpeg.write(program, frames, out));
            return true;
        } catch (Ffmpeg.Failure e) {
            notes.add(e.getMessage() + " The film was written without it.");
            return false;
        }
    }
}
