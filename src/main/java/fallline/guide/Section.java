package fallline.guide;

import java.util.List;
import org.commonmark.node.Node;

/// A part of a page.
///
/// @param anchor by which links find it
/// @param title the words of its heading
/// @param content paragraphs, lists and tables
public record Section(String anchor, String title, List<Node> content) {
    public Section {
        content = List.copyOf(content);
    }
}
