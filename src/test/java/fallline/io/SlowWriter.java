package fallline.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A program that is never done with writing a file.
final class SlowWriter {
    private SlowWriter() {}

    static void main(String[] arguments) throws IOException {
        AtomicFile.write(Path.of(arguments[0]), out -> {
            out.write(new byte[1 << 20]);
            System.out.println("writing");
            sleep();
        });
    }

    private static void sleep() throws IOException {
        try {
            TimeUnit.MINUTES.sleep(10);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
