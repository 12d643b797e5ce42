package fallline.app.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A part of the application with its licence, as `about/parts.txt` lists it.
///
/// @param group under which Maven knows it, or the folder in which it lies
record Part(String name, String licence, String group) {
    /// All parts, this application first.
    static List<Part> all() {
        return lines().stream()
                .map(fields -> new Part(fields.get(0), fields.get(1), fields.get(2)))
                .toList();
    }

    private static List<List<String>> lines() {
        try (InputStream stream =
                Objects.requireNonNull(Part.class.getResourceAsStream("/about/parts.txt"), "about/parts.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\\s*\\|\\s*")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
