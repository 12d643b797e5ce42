package fallline.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// A page of the guide.
///
/// @param path where it lies below `docs`: `guide/README.md`
/// @param content what it says, as commonmark reads it
public record Page(String path, Node content) {
    /// The words of its first heading.
    public String title() {
        for (Node node = content.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                return Words.of(heading);
            }
        }
        return path;
    }

    /// What stands under a heading, up to the next one that is as high; empty where the page has no such heading.
    ///
    /// @param anchor as links name it: `loss-as-a-map`
    public Optional<Section> section(String anchor) {
        for (Node node = content.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && Words.anchor(heading).equals(anchor)) {
                return Optional.of(new Section(anchor, Words.of(heading), below(heading)));
            }
        }
        return Optional.empty();
    }

    private static List<Node> below(Heading heading) {
        List<Node> content = new ArrayList<>();
        for (Node node = heading.getNext(); node != null; node = node.getNext()) {
            if (node instanceof Heading next && next.getLevel() <= heading.getLevel()) {
                break;
            }
            content.add(node);
        }
        return content;
    }
}
