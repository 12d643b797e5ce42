package fallline.export.film;

import fallline.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes films as animated PNG, without any loss; software that knows PNG alone shows the first frame.
final class ApngFilm {
    private ApngFilm() {}

    static FilmReport write(Frames frames, Path target) throws IOException {
        Speed speed = frames.film().speed();
        int last = frames.count() - 1;
        AtomicFile.write(target, out -> {
            try (ApngStream apng = new ApngStream(out, frames.width(), frames.height(), frames.count())) {
                frames.all(GifFilm::pixels, (i, pixels) -> {
                    int shown = 1 + (i == 0 ? speed.heldFrames() : 0) + (i == last ? speed.heldFrames() : 0);
                    apng.add(pixels, ApngStream.Delay.of(shown, speed));
                    frames.done(i + 1);
                });
            }
        });
        return new FilmReport(frames.count(), speed.fps(), List.of());
    }
}
