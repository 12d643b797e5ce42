package fallline.app.shell;

import fallline.app.paint.ScrolledContent;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The left column: heads that are always in sight, lists below them, and cards that scroll where there is too little
/// room. In a small window the lists scroll with the cards.
final class SideColumn extends VBox {
    private final VBox listed = new VBox();
    private final VBox scrolled = new VBox();
    private final List<Node> lists;
    private final List<Node> cards;
    private final ObservableBooleanValue small;

    /// @param lists they scroll by themselves
    /// @param cards at least one
    SideColumn(List<Node> heads, List<Node> lists, List<Node> cards, ObservableBooleanValue small) {
        this.lists = List.copyOf(lists);
        this.cards = List.copyOf(cards);
        this.small = small;
        getStyleClass().add("side-column");
        VBox head = new VBox();
        head.getStyleClass().add("column-head-cards");
        head.getChildren().setAll(heads);
        listed.getStyleClass().add("column-head-cards");
        scrolled.getStyleClass().add("column");
        scrolled.setMinWidth(0); // what is too wide in a card is cut there, not the whole column
        VBox.setVgrow(cards.getLast(), Priority.ALWAYS);
        ScrollPane scroll = scroller();
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, listed, scroll);
        arrange();
    }

    private ScrollPane scroller() {
        ScrollPane scroll = new ScrollPane(scrolled);
        scroll.setId("column");
        scroll.getStyleClass().add("column-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS); // its place stays, so that all cards are of one width
        scroll.skinProperty().subscribe(_ -> showBar(scroll));
        ScrolledContent.paintOnlyChanges(scroll);
        return scroll;
    }

    /// Takes lists and cards, which may have been lent to what stood in the column's place.
    void arrange() {
        boolean now = small.get();
        listed.getChildren().clear();
        scrolled.getChildren().clear();
        (now ? scrolled : listed).getChildren().setAll(lists);
        scrolled.getChildren().addAll(cards);
        listed.setVisible(!now);
        listed.setManaged(!now);
    }

    /// The bar is seen only while there is something to scroll.
    private static void showBar(ScrollPane scroll) {
        for (Node node : scroll.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.opacityProperty()
                        .bind(Bindings.when(bar.visibleAmountProperty().lessThan(bar.maxProperty()))
                                .then(1.0)
                                .otherwise(0.0));
            }
        }
    }
}
