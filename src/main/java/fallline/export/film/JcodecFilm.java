package fallline.export.film;

import fallline.export.film.stream.H264Stream;
import fallline.export.film.stream.Yuv420;
import java.io.IOException;
import java.io.OutputStream;

/// Writes films as MP4 without a program beside ours.
final class JcodecFilm {
    private JcodecFilm() {}

    /// @param out stays open
    static void write(Frames frames, OutputStream out) throws IOException {
        Speed speed = frames.film().speed();
        H264Stream stream = new H264Stream(
                out, Yuv420.up(frames.width(), 2), Yuv420.up(frames.height(), 2), speed.frames(), speed.per());
        int held = speed.heldFrames();
        int last = frames.count() - 1;
        frames.all(image -> Yuv420.of(image, H264Stream.MACROBLOCK), (i, frame) -> {
            stream.add(frame, 1 + (i == 0 ? held : 0) + (i == last ? held : 0));
            frames.done(i + 1);
        });
        stream.finish();
    }
}
