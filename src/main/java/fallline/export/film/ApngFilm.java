package fallline.export.film;

import fallline.export.film.stream.ApngStream;
import fallline.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes films as animated PNG, without any loss; software that knows PNG alone shows the first frame.
final class ApngFilm {
    private static final int MOST = 65_535;
    private static final int THOUSANDTHS = 1000;

    private ApngFilm() {}

    static FilmReport write(Frames frames, Path target) throws IOException {
        Speed speed = frames.film().speed();
        int last = frames.count() - 1;
        AtomicFile.write(target, out -> {
            try (ApngStream apng = new ApngStream(out, frames.width(), frames.height(), frames.count())) {
                frames.all(GifFilm::pixels, (i, pixels) -> {
                    int shown = 1 + (i == 0 ? speed.heldFrames() : 0) + (i == last ? speed.heldFrames() : 0);
                    apng.add(pixels, delay(shown, speed));
                    frames.done(i + 1);
                });
            }
        });
        return new FilmReport(frames.count(), speed.fps(), List.of());
    }

    /// The time of so many frames; where that is no fraction of 16 bits, to a thousandth of a second.
    private static ApngStream.Delay delay(int frames, Speed speed) {
        long numerator = (long) frames * speed.per();
        return numerator <= MOST
                ? new ApngStream.Delay((int) numerator, speed.frames())
                : new ApngStream.Delay(
                        (int) Math.min(MOST, Math.round(THOUSANDTHS * frames / speed.fps())), THOUSANDTHS);
    }
}
