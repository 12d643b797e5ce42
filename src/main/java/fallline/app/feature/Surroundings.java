package fallline.app.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What a feature may rearrange in the window for a while: who takes the left column's place, and which panes are seen.
/// FX thread.
public interface Surroundings {
    /// Puts something into the left column's place, or gives the column its place back.
    void column(Optional<Region> instead);

    /// Shows these panes alone, by their ids, or all again.
    ///
    /// @param only empty for all; ids of panes that are not there do not matter
    void panes(Set<String> only);

    /// The panes that lie on top now, by their ids.
    List<String> shownPanes();

    /// The controls of all features that may be lent to something in the column's place, by their words: `rate`.
    Map<String, List<Node>> controls();
}
