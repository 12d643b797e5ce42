package fallline.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/// The pages of the guide as HTML, all in one folder, with their pictures in a folder within it and one style sheet.
final class GuideHtml {
    static final String INDEX = "index.html";
    static final String STYLE = "guide.css";
    private static final String PICTURES = "pictures/";

    private final Guide guide;
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .attributeProviderFactory(_ -> new Anchors())
            .escapeHtml(true)
            .build();

    GuideHtml(Guide guide) {
        this.guide = guide;
    }

    /// Headings can be linked to, and pictures are read from disk only when they are near.
    private static final class Anchors implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading heading) {
                attributes.put("id", Words.anchor(heading));
            } else if (node instanceof Image) {
                attributes.put("loading", "lazy");
            }
        }
    }

    /// The name of the file that a page becomes.
    static String file(String path) {
        return path.equals(Guide.FIRST)
                ? INDEX
                : path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.md$", ".html");
    }

    /// Where a picture comes to lie.
    static String picture(String path) {
        return PICTURES + path.substring(path.lastIndexOf('/') + 1);
    }

    /// A page as HTML. Its content's links are changed, so that a page is asked for once.
    String html(Page page) {
        page.content().accept(new Links(page.path()));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · Fall Line</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <nav aria-label="Pages">
                <p>Fall Line</p>
                <ul>
                %s</ul>
                </nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escaped(page.title()), STYLE, list(page), renderer.render(page.content()));
    }

    private String list(Page here) {
        StringBuilder list = new StringBuilder();
        for (Page page : guide.pages()) {
            String current = page == here ? " aria-current=\"page\"" : "";
            list.append(
                    "<li><a href=\"%s\"%s>%s</a></li>\n".formatted(file(page.path()), current, escaped(page.title())));
        }
        return list.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Makes links lead to the files; what is not in the guide is no link any more.
    private final class Links extends AbstractVisitor {
        private final String from;

        Links(String from) {
            this.from = from;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (link.getDestination().contains("://")) {
                return;
            }
            Optional<Target> target = Target.of(from, link.getDestination())
                    .filter(to -> guide.page(to.path()).isPresent());
            if (target.isPresent()) {
                String anchor = target.get().anchor().isEmpty()
                        ? ""
                        : "#" + target.get().anchor();
                link.setDestination(file(target.get().path()) + anchor);
            } else {
                while (link.getFirstChild() != null) {
                    link.insertBefore(link.getFirstChild());
                }
                link.unlink();
            }
        }

        @Override
        public void visit(Image image) {
            Target.of(from, image.getDestination()).ifPresent(target -> image.setDestination(picture(target.path())));
        }
    }
}
