package fallline.app.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What a feature may rearrange in the window for a while: who takes the left column's place, and which panes are seen.
/// FX thread.
public interface Surroundings {
    /// Puts something into the left column's place, or gives the column its place back.
    void column(Optional<Region> instead);

    /// Whether something has the column's place, or the window is cleared for a presentation.
    ReadOnlyBooleanProperty takenProperty();

    /// Shows these panes alone, by their ids, or all again.
    ///
    /// @param only empty for all; ids of panes that are not there do not matter
    void panes(Set<String> only);

    /// The panes that lie on top now, by their ids.
    List<String> shownPanes();

    /// Clears the window for a presentation, so that nothing is seen but some panes and one strip below them; or
    /// puts everything back as it was.
    ///
    /// @param panes their ids, in the order of their places; those that are not there are left out, and where none
    ///     is, the first pane is shown
    /// @param strip what stands below them; empty for the window as it was
    void present(List<String> panes, Optional<Region> strip);

    /// Lays a pane on top of the others at its place.
    ///
    /// @return the pane that lay there before, if it was another one; empty also where there is no such pane
    Optional<String> lay(String pane);

    /// The controls of all features that may be lent to something in the column's place, by their words: `rate`.
    Map<String, Node> controls();
}
