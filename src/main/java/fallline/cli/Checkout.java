package fallline.cli;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/// Where the program's own output goes: the `target` folder of the checkout that it was built in, else the working
/// folder.
public final class Checkout {
    private static final Path CLASSES = Path.of("target", "classes");

    private Checkout() {}

    /// The folder for output of the program that `main` belongs to, relative to the working folder where possible.
    public static Path outputFolder(Class<?> main) {
        return classes(main)
                .filter(folder -> folder.endsWith(CLASSES))
                .flatMap(folder -> Optional.ofNullable(folder.getParent()))
                .filter(Files::isWritable)
                .map(Checkout::shortened)
                .orElse(Path.of(""));
    }

    private static Optional<Path> classes(Class<?> main) {
        try {
            CodeSource source = main.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Path shortened(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }
}
