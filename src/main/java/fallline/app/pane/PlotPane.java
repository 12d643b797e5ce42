package fallline.app.pane;

import fallline.picture.page.View;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// One of the window's panes: what it is called, what can be switched in it, and what it shows. A [Deck] gives it a
/// place.
public final class PlotPane {
    private final String id;
    private final Optional<View<?>> view;
    private final Node content;
    private final BooleanProperty offered = new SimpleBooleanProperty(true);
    private boolean onRequest;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty subtitle = new SimpleStringProperty("");
    private final ObservableList<Node> tools = FXCollections.observableArrayList();
    private final ObservableList<Node> hoverTools = FXCollections.observableArrayList();
    private final ObservableList<PaneAction> actions = FXCollections.observableArrayList();
    private final ObservableList<Node> foot = FXCollections.observableArrayList();
    private final ObservableList<MenuItem> menu = FXCollections.observableArrayList();

    /// A pane that shows the picture of a view, which can be copied and exported.
    public PlotPane(View<?> view, Node content) {
        this(view.id(), Optional.of(view), content);
    }

    /// A pane without a picture.
    ///
    /// @param id for tests and style sheets: `loss`
    public PlotPane(String id, Node content) {
        this(id, Optional.empty(), content);
    }

    private PlotPane(String id, Optional<View<?>> view, Node content) {
        this.id = id;
        this.view = view;
        this.content = content;
    }

    public String id() {
        return id;
    }

    public Node content() {
        return content;
    }

    /// The view that it shows, if its content is a picture.
    public Optional<View<?>> view() {
        return view;
    }

    /// Whether it is to be seen at all: a table of data only where there are data.
    public BooleanProperty offeredProperty() {
        return offered;
    }

    /// Not offered until somebody asks for it; whenever that is, it lies on top.
    public void offerOnRequest() {
        onRequest = true;
        offered.set(false);
    }

    boolean isOnRequest() {
        return onRequest;
    }

    /// A word or two.
    public StringProperty titleProperty() {
        return title;
    }

    /// What exactly is shown; the first thing that goes when space is short.
    public StringProperty subtitleProperty() {
        return subtitle;
    }

    /// The switches at the right of the title.
    public ObservableList<Node> tools() {
        return tools;
    }

    /// More switches, which stand beside them while the mouse is on the pane; where there is little room, the last
    /// ones.
    public ObservableList<Node> hoverTools() {
        return hoverTools;
    }

    /// What stands below the content, in lines of its own; nothing most of the time.
    public ObservableList<Node> foot() {
        return foot;
    }

    /// What can be done with the picture, at most one of a kind.
    public ObservableList<PaneAction> actions() {
        return actions;
    }

    /// The own part of the pane's menu; its actions follow.
    public ObservableList<MenuItem> menu() {
        return menu;
    }
}
