package fallline.guide;

import fallline.io.AtomicFile;
import fallline.io.FileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the guide lies as HTML, for a browser. It is put there whole or not at all, and once for each version of it:
/// the folder's name is made of what is in it.
///
/// @param parent in which its folder is; it is made if it is not there
public record GuideFolder(Path parent) {
    private static final int DIGITS = 12;
    private static final String NAME = "guide-[0-9a-f]{" + DIGITS + "}";

    /// The guide, put there if it is not there yet.
    ///
    /// @return the first page
    /// @throws FileException if it can be put neither there nor among the system's temporary files
    public Path put() {
        Map<String, byte[]> files = files();
        try {
            return put(parent, files);
        } catch (IOException e) {
            return putElsewhere(files);
        }
    }

    private static Path putElsewhere(Map<String, byte[]> files) {
        try {
            return put(Files.createTempDirectory("fallline-guide"), files);
        } catch (IOException e) {
            throw FileException.unwritten(
                    "The guide cannot be put on this disk (" + AtomicFile.reason(e) + "): make room for 10 MB.", e);
        }
    }

    /// All files by their names.
    private static Map<String, byte[]> files() {
        Guide guide = Guide.read();
        GuideHtml html = new GuideHtml(guide);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Page page : guide.pages()) {
            files.put(GuideHtml.file(page.path()), html.html(page).getBytes(StandardCharsets.UTF_8));
        }
        for (String picture : guide.pictures()) {
            Guide.bytes(picture).ifPresent(bytes -> files.put(GuideHtml.picture(picture), bytes));
        }
        Guide.resource("/guide/" + GuideHtml.STYLE).ifPresent(style -> files.put(GuideHtml.STYLE, style));
        return files;
    }

    private static Path put(Path parent, Map<String, byte[]> files) throws IOException {
        Path folder = parent.resolve("guide-" + digest(files));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(parent);
            Path unready = Files.createTempDirectory(parent, ".guide");
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path place = unready.resolve(file.getKey());
                    Files.createDirectories(
                            Optional.ofNullable(place.getParent()).orElse(unready));
                    Files.write(place, file.getValue());
                }
                move(unready, folder);
            } finally {
                remove(unready);
            }
            removeOlder(parent, folder);
        }
        return folder.resolve(GuideHtml.INDEX);
    }

    /// Another window may have put it there meanwhile; it is the same then.
    private static void move(Path unready, Path folder) throws IOException {
        try {
            Files.move(unready, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void removeOlder(Path parent, Path newest) throws IOException {
        try (Stream<Path> siblings = Files.list(parent)) {
            List<Path> older = siblings.filter(folder -> !folder.equals(newest)
                            && String.valueOf(folder.getFileName()).matches(NAME))
                    .toList();
            for (Path folder : older) {
                remove(folder);
            }
        }
    }

    /// As far as that can be done; what is left is in nobody's way.
    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException _) {
            // a browser on Windows may hold a picture open
        }
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
