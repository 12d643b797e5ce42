package fallline.app.runs;

import fallline.app.paint.ScrolledContent;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rows of the runs: as high as they are, at most as high as the first five, and scrolled where there is less room.
final class RunList extends Region {
    private static final int MOST_SHOWN = 5;
    private static final int LEAST_SHOWN = 2;

    /// The width of its scroll bar, as the sheet has it.
    private static final double BAR = 7;

    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final List<RunRow> rows = new ArrayList<>();

    /// The row that is to be in sight once all have their places; −1 for none.
    private int wanted = -1;

    RunList() {
        column.getStyleClass().add("run-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("card-scroll");
        ScrolledContent.paintOnlyChanges(scroll);
        getChildren().setAll(scroll);
    }

    List<RunRow> rows() {
        return rows;
    }

    VBox column() {
        return column;
    }

    void add(RunRow row) {
        rows.add(row);
        column.getChildren().add(row);
        requestLayout();
    }

    void removeLast() {
        rows.removeLast();
        column.getChildren().removeLast();
        requestLayout();
    }

    /// Scrolls as little as brings the row into sight.
    void reveal(int row) {
        wanted = row;
        requestLayout();
    }

    /// Scrolls so many pixels down, or up.
    void scrollBy(double pixels) {
        double hidden = column.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + pixels / hidden, 0, 1));
        }
    }

    /// How high the first rows are.
    private double height(int most, double width) {
        int shown = Math.min(most, rows.size());
        double room = rows.size() > MOST_SHOWN ? width - BAR : width;
        double height = Math.max(0, shown - 1) * column.getSpacing();
        for (RunRow row : rows.subList(0, shown)) {
            height += snapSizeY(row.prefHeight(width < 0 ? -1 : room));
        }
        return height;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(LEAST_SHOWN, width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(MOST_SHOWN, width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return column.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        boolean fits = height(Integer.MAX_VALUE, getWidth()) <= getHeight() + 0.5;
        scroll.setVbarPolicy(fits ? ScrollBarPolicy.NEVER : ScrollBarPolicy.ALWAYS);
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
        if (wanted >= 0 && wanted < rows.size()) {
            scroll.layout();
            bringIntoSight(rows.get(wanted));
            wanted = -1;
        }
    }

    private void bringIntoSight(RunRow row) {
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = column.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        double above = row.getLayoutY();
        double below = above + row.getHeight() - seen;
        scroll.setVvalue(Math.clamp(Math.max(below, Math.min(top, above)) / hidden, 0, 1));
    }
}
