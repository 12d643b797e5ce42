package fallline.guide;

import java.nio.file.Path;
import java.util.Optional;

/// Where a link within the documentation leads.
///
/// @param path below `docs`
/// @param anchor of a heading, empty for the whole page
record Target(String path, String anchor) {
    /// The target of a link on the page at `from`; empty for other sites and for what lies outside of `docs`.
    static Optional<Target> of(String from, String destination) {
        if (destination.contains("://") || destination.startsWith("mailto:")) {
            return Optional.empty();
        }
        int hash = destination.indexOf('#');
        String file = hash < 0 ? destination : destination.substring(0, hash);
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        if (file.isEmpty()) {
            return Optional.of(new Target(from, anchor));
        }
        String path = Path.of(from).resolveSibling(file).normalize().toString().replace('\\', '/');
        return path.startsWith("..") ? Optional.empty() : Optional.of(new Target(path, anchor));
    }

    boolean isPage() {
        return path.endsWith(".md");
    }
}
