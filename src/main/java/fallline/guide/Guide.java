package fallline.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The user guide and all pages that can be reached from it, as they lie in `docs` and, so, in the jar.
///
/// @param pages the first is the guide itself, the others in the order in which links lead to them
/// @param pictures where the pictures lie below `docs`: `guide/solid.png`
public record Guide(List<Page> pages, List<String> pictures) {
    static final String FIRST = "guide/README.md";
    static final String VIEWS = "guide/views.md";
    private static final String FOLDER = "/docs/";

    public Guide {
        pages = List.copyOf(pages);
        pictures = List.copyOf(pictures);
    }

    /// Reads all of it. A link to what is not in the jar (source files, decisions) leads to no page.
    public static Guide read() {
        Map<String, Page> pages = new LinkedHashMap<>();
        TreeSet<String> pictures = new TreeSet<>();
        List<String> waiting = new ArrayList<>(List.of(FIRST));
        for (int i = 0; i < waiting.size(); i++) {
            String path = waiting.get(i);
            text(path).ifPresent(text -> {
                Page page = new Page(path, parsed(text));
                pages.put(path, page);
                page.content().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        Target.of(path, link.getDestination())
                                .filter(target -> target.isPage() && !waiting.contains(target.path()))
                                .ifPresent(target -> waiting.add(target.path()));
                        visitChildren(link);
                    }

                    @Override
                    public void visit(Image image) {
                        Target.of(path, image.getDestination()).ifPresent(target -> pictures.add(target.path()));
                    }
                });
            });
        }
        return new Guide(List.copyOf(pages.values()), List.copyOf(pictures));
    }

    /// What a view shows, and what its marks mean: a section of the page about the views.
    ///
    /// @param topic as the section is called in links: `loss-as-a-map`
    public static Optional<Section> view(String topic) {
        return text(VIEWS).flatMap(text -> new Page(VIEWS, parsed(text)).section(topic));
    }

    /// The page at a path.
    Optional<Page> page(String path) {
        return pages.stream().filter(page -> page.path().equals(path)).findFirst();
    }

    private static Node parsed(String text) {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(text);
    }

    private static Optional<String> text(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// What lies at a path below `docs`.
    static Optional<byte[]> bytes(String path) {
        return resource(FOLDER + path);
    }

    static Optional<byte[]> resource(String name) {
        try (@Nullable InputStream stream = Guide.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
