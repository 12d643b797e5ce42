package fallline.export.film;

import fallline.export.film.stream.Yuv420;
import fallline.text.Quote;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// H.264 by the program `ffmpeg`, which is fed through a pipe and never waited for without end.
final class Ffmpeg {
    /// Whoever takes no frame for so long hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> NAMES = List.of("ffmpeg", "ffmpeg.exe");

    private Ffmpeg() {}

    /// What went wrong with the program, in one sentence. The film can be written without it.
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        Failure(String sentence) {
            super(sentence);
        }

        Failure(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /// The program, if one of the folders of this PATH has it.
    static Optional<Path> on(String path) {
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            for (String name : NAMES) {
                try {
                    Path program = Path.of(folder).resolve(name);
                    if (!folder.isEmpty() && Files.isRegularFile(program) && Files.isExecutable(program)) {
                        return Optional.of(program);
                    }
                } catch (InvalidPathException _) {
                    // no folder of this system
                }
            }
        }
        return Optional.empty();
    }

    /// Writes the film to `out`, which stays open.
    ///
    /// @throws Failure if the program does not do it
    static void write(Path program, Frames frames, OutputStream out) throws IOException {
        write(program, frames, out, PATIENCE);
    }

    static void write(Path program, Frames frames, OutputStream out, Duration patience) throws IOException {
        Path film = Files.createTempFile("fallline", ".mp4");
        Path said = Files.createTempFile("fallline", ".txt");
        film.toFile().deleteOnExit();
        said.toFile().deleteOnExit();
        try {
            encode(program, frames, film, said, patience);
            Files.copy(film, out);
        } finally {
            Files.deleteIfExists(film);
            Files.deleteIfExists(said);
        }
    }

    private static void encode(Path program, Frames frames, Path film, Path said, Duration patience)
            throws IOException {
        Process process = start(program, frames, film, said);
        ExecutorService writing = Executors.newSingleThreadExecutor(Ffmpeg::daemon);
        try {
            OutputStream pipe = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
            feed(frames, pipe, writing, patience);
            within(writing, patience, pipe::close);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Failure("ffmpeg does not come to an end.");
            }
            if (process.exitValue() != 0 || Files.size(film) == 0) {
                throw new Failure(complaint(said));
            }
        } catch (Failure e) {
            throw hasFailed(process) ? new Failure(complaint(said), e) : e;
        } catch (InterruptedException e) {
            throw cancellation(e);
        } finally {
            // whatever still writes to it is set free, and a program that hangs is not waited for
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            writing.shutdownNow();
        }
    }

    /// Whether it has ended by itself, and not well.
    private static boolean hasFailed(Process process) {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() != 0;
        } catch (InterruptedException e) {
            throw cancellation(e);
        }
    }

    private static CancellationException cancellation(InterruptedException cause) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException();
        cancelled.initCause(cause);
        return cancelled;
    }

    /// Something that waits for the program.
    @FunctionalInterface
    private interface Piping {
        void run() throws IOException;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ffmpeg");
        thread.setDaemon(true);
        return thread;
    }

    private static void feed(Frames frames, OutputStream pipe, ExecutorService writing, Duration patience)
            throws IOException {
        int held = frames.film().speed().heldFrames();
        int last = frames.count() - 1;
        frames.all(image -> Yuv420.of(image, 2), (i, frame) -> {
            int times = 1 + (i == 0 ? held : 0) + (i == last ? held : 0);
            for (int k = 0; k < times; k++) {
                within(writing, patience, () -> {
                    pipe.write(frame.y());
                    pipe.write(frame.cb());
                    pipe.write(frame.cr());
                });
            }
            frames.done(i + 1);
        });
    }

    private static void within(ExecutorService writing, Duration patience, Piping work) throws IOException {
        Future<?> done = writing.submit(() -> {
            work.run();
            return null;
        });
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Failure("ffmpeg takes no more frames.", e);
        } catch (TimeoutException e) {
            throw new Failure("ffmpeg has taken no frame for " + patience.toSeconds() + " seconds.", e);
        } catch (InterruptedException e) {
            throw cancellation(e);
        }
    }

    private static Process start(Path program, Frames frames, Path film, Path said) throws IOException {
        Speed speed = frames.film().speed();
        List<String> colours = List.of(
                "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-hide_banner",
                "-loglevel",
                "error",
                "-y",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p"));
        command.addAll(List.of("-video_size", Yuv420.up(frames.width(), 2) + "x" + Yuv420.up(frames.height(), 2)));
        command.addAll(List.of("-framerate", speed.frames() + "/" + speed.per()));
        command.addAll(colours);
        command.addAll(List.of("-i", "pipe:0", "-an", "-c:v", "libx264", "-preset", "medium", "-crf", "16"));
        command.addAll(List.of("-tune", "animation", "-pix_fmt", "yuv420p"));
        command.addAll(colours);
        command.addAll(
                List.of("-threads", "2", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"));
        command.addAll(List.of("-movflags", "+faststart", "-f", "mp4", film.toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new Failure("ffmpeg cannot be started.", e);
        }
    }

    /// The first line that it said.
    private static String complaint(Path said) throws IOException {
        String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> "ffmpeg failed (" + Quote.shortened(line) + ").")
                .orElse("ffmpeg failed and did not say why.");
    }
}
