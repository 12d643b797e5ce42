package fallline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// Lets Java2D paint with the fonts that come along on a Linux machine that has none of its own, where it would fail
/// even for those. Pictures use no other fonts, so they are the same with it and without.
public final class FontSetup {
    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final String RESOURCE = "/fonts/fontconfig.properties";

    private FontSetup() {}

    /// To be called before anything is painted.
    public static void install() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && System.getProperty(PROPERTY) == null) {
            try {
                System.setProperty(PROPERTY, file().toString());
            } catch (IOException | URISyntaxException e) {
                // without it a machine that has fonts does as well
            }
        }
    }

    private static Path file() throws IOException, URISyntaxException {
        URL resource = FontSetup.class.getResource(RESOURCE);
        if (resource != null && resource.getProtocol().equals("file")) {
            return Path.of(resource.toURI());
        }
        Path copy = Files.createTempFile("fallline", ".properties");
        copy.toFile().deleteOnExit();
        try (InputStream in = FontSetup.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from the class path");
            }
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
