package fallline.app.pane;

/// A pane and its place among the panes.
public record PlacedPane(PlotPane pane, Place place) {
    /// Where a pane can be. Panes of one place lie on top of each other, with tabs; in a narrow window those of the two
    /// lower places share one.
    public enum Place {
        UPPER_LEFT,
        UPPER_RIGHT,
        LOWER_LEFT,
        LOWER_RIGHT;

        /// Whether it is in the lower row.
        public boolean isLower() {
            return this == LOWER_LEFT || this == LOWER_RIGHT;
        }
    }
}
