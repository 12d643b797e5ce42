package fallline.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The version of the program: the build writes the one of its `pom.xml` into `/about/version.txt`.
public final class Version {
    private Version() {}

    /// The version's text, `1.2.3`.
    public static String text() {
        try (InputStream stream =
                Objects.requireNonNull(Version.class.getResourceAsStream("/about/version.txt"), "about/version.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
