package fallline.export.film;

import fallline.export.film.stream.GifStream;
import fallline.export.film.stream.Palette;
import fallline.export.film.stream.PaletteMaker;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Theme;
import fallline.io.AtomicFile;
import fallline.number.Numbers;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes films as GIF: one palette for all frames, of each frame only the rectangle that changed, and in it what did
/// not change is transparent ([decision 29](../../../../../../docs/decisions/0029-films.md)).
final class GifFilm {
    /// The palette is chosen by so many frames.
    private static final int SAMPLES = 24;

    private static final double HUNDREDTHS = 100;

    /// Players take a shorter time for a mistake, and show the frame for a tenth of a second.
    private static final int LEAST_DELAY = 2;

    private static final int MOST_DELAY = 65_535;

    private GifFilm() {}

    static FilmReport write(Frames frames, Path target) throws IOException {
        Palette palette = palette(frames);
        Speed speed = frames.film().speed();
        int delay = Math.clamp(Math.round(HUNDREDTHS / speed.fps()), LEAST_DELAY, MOST_DELAY);
        int held = (int) Math.round(HUNDREDTHS * speed.hold());
        int last = frames.count() - 1;
        AtomicFile.write(target, out -> {
            try (GifStream gif = new GifStream(out, frames.width(), frames.height(), palette)) {
                frames.all(image -> palette.indices(pixels(image)), (i, indices) -> {
                    int rests = (i == 0 ? held : 0) + (i == last ? held : 0);
                    gif.add(indices, Math.min(MOST_DELAY, delay + rests));
                    frames.done(i + 1);
                });
            }
        });
        double fps = HUNDREDTHS / delay;
        return new FilmReport(frames.count(), fps, notes(speed.fps(), fps));
    }

    private static List<String> notes(double wanted, double fps) {
        return Math.abs(fps - wanted) < 1e-9
                ? List.of()
                : List.of("A GIF counts in hundredths of a second: this one has " + Numbers.brief(fps, 3)
                        + " frames a second instead of " + Numbers.brief(wanted, 4)
                        + "; 50, 25, 20, 12.5 and 10 can be had exactly, and MP4 and APNG have any.");
    }

    private static Palette palette(Frames frames) throws IOException {
        PaletteMaker maker = new PaletteMaker(exact(frames.film().theme()));
        int samples = Math.min(SAMPLES, frames.count());
        int[] which = IntStream.range(0, samples)
                .map(i -> samples == 1 ? 0 : (int) ((long) i * (frames.count() - 1) / (samples - 1)))
                .distinct()
                .toArray();
        frames.some(which, GifFilm::pixels, (_, pixels) -> maker.see(pixels));
        return maker.palette(GifStream.MOST_COLOURS);
    }

    /// The colours of the theme and of the runs.
    private static int[] exact(Theme theme) {
        Stream<Color> roles = Stream.of(
                theme.surface(),
                theme.panel(),
                theme.border(),
                theme.grid(),
                theme.text(),
                theme.muted(),
                theme.accent(),
                theme.accentSoft(),
                theme.danger(),
                theme.success(),
                theme.warning());
        Stream<Color> runs =
                RunStyle.all().stream().flatMap(style -> Stream.of(style.core(theme), style.casing(theme)));
        return Stream.concat(roles, runs)
                .mapToInt(colour -> colour.getRGB() & 0xffffff)
                .distinct()
                .toArray();
    }

    /// The pixels of a painted frame, 0xRRGGBB, row by row.
    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
