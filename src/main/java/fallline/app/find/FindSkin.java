package fallline.app.find;

import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A combo box in which one types to find: while its list is open, a field stands in the place of its value, what is
/// typed leaves the names that have it, and the likeliest is highlighted. Enter takes the highlighted one, the arrow
/// keys move on from it, Escape leaves everything as it was.
///
/// The box's value changes once, when something is taken, and not on the way.
///
/// @param <T> what is chosen
public final class FindSkin<T> extends SkinBase<ComboBox<T>> {
    private static final int MOST_ROWS = 12;
    private static final double ROW = 26;
    private static final double LEAST_WIDTH = 190;
    private static final int PAGE = 8;

    private final ComboBox<T> box;
    private final Value value = new Value();
    private final StackPane arrow = new StackPane(new Region());
    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();
    private final Popup popup = new Popup();

    /// As large as the interface: a window of its own is not scaled with the other.
    private final Scale scale = new Scale(1, 1);

    private final EventHandler<MouseEvent> elsewhere = this::onPressedElsewhere;
    private final EventHandler<KeyEvent> boxKeys = this::onBoxKey;
    private final EventHandler<MouseEvent> boxMouse = this::onBoxPressed;
    private final ListChangeListener<T> itemsChange = _ -> refresh();
    private Subscription subscription;

    /// What the closed box shows.
    private final class Value extends ListCell<T> {
        void show(@Nullable T now) {
            setItem(now);
            setText(name(now));
        }
    }

    public FindSkin(ComboBox<T> box) {
        super(box);
        this.box = box;
        compose();
        box.addEventHandler(MouseEvent.MOUSE_PRESSED, boxMouse);
        box.addEventHandler(KeyEvent.KEY_PRESSED, boxKeys);
        box.getItems().addListener(itemsChange);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.textProperty().subscribe((_, _) -> find());
        subscription = Subscription.combine(
                box.valueProperty().subscribe(value::show),
                box.showingProperty().subscribe((_, now) -> {
                    if (now) {
                        open();
                    } else {
                        shut();
                    }
                }),
                field.focusedProperty().subscribe((_, now) -> {
                    if (!now) {
                        box.hide();
                    }
                }),
                box.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::focusedProperty)
                        .subscribe(now -> {
                            if (!Boolean.TRUE.equals(now)) {
                                box.hide();
                            }
                        }));
    }

    private void compose() {
        value.getStyleClass().add("found-value");
        value.setMouseTransparent(true);
        arrow.getStyleClass().add("arrow-button");
        arrow.getChildren().getFirst().getStyleClass().add("arrow");
        arrow.setMouseTransparent(true);
        field.getStyleClass().add("found-field");
        field.setVisible(false);
        field.setAccessibleText("Type a part of the name");
        list.getStyleClass().add("found-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label("Nothing has these words: try fewer."));
        list.setCellFactory(_ -> new Line());
        StackPane card = new StackPane(list);
        card.getStyleClass().add("bubble");
        card.setId(box.getId() == null ? null : box.getId() + "-list");
        card.getTransforms().setAll(scale);
        popup.getContent().setAll(new Group(card));
        popup.setAutoFix(true);
        popup.setHideOnEscape(false);
        getChildren().setAll(value, arrow, field);
    }

    private final class Line extends ListCell<T> {
        Line() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    take(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? "" : name(item));
        }
    }

    private String name(@Nullable T choice) {
        return choice == null ? "" : box.getConverter().toString(choice);
    }

    private void open() {
        Scene scene = box.getScene();
        Bounds place = box.localToScreen(box.getLayoutBounds());
        if (scene == null || place == null) {
            box.hide();
            return;
        }
        field.clear();
        field.setPromptText(name(box.getValue()));
        field.setVisible(true);
        field.applyCss(); // without its skin it would drop the next key
        value.setVisible(false);
        find();
        field.requestFocus();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
        popup.getScene().getStylesheets().setAll(scene.getStylesheets());
        double times = box.getLocalToSceneTransform().getMxx();
        scale.setX(times);
        scale.setY(times);
        list.setPrefWidth(Math.max(place.getWidth() / times - 10, LEAST_WIDTH));
        popup.show(box, place.getMinX(), place.getMaxY() + 2);
        reveal();
    }

    private void shut() {
        popup.hide();
        if (box.getScene() != null) {
            box.getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
        }
        boolean had = field.isFocused();
        field.setVisible(false);
        value.setVisible(true);
        if (had) {
            box.requestFocus();
        }
    }

    private void refresh() {
        if (box.isShowing()) {
            find();
        }
    }

    /// Leaves the names that have what is typed; the likeliest is highlighted, and what is chosen while nothing is
    /// typed.
    private void find() {
        List<T> found = Ranking.found(List.copyOf(box.getItems()), field.getText(), this::name);
        list.getItems().setAll(found);
        list.setPrefHeight(ROW * Math.clamp(found.size(), 1, MOST_ROWS) + 2);
        T value = box.getValue();
        int chosen = field.getText().isBlank() && value != null ? found.indexOf(value) : 0;
        list.getSelectionModel().clearAndSelect(Math.max(0, chosen));
        reveal();
    }

    private void reveal() {
        int at = list.getSelectionModel().getSelectedIndex();
        list.scrollTo(Math.max(0, at - MOST_ROWS / 2));
    }

    private void onKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        boolean bare = field.getText().isEmpty();
        switch (event.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + PAGE);
            case PAGE_UP -> select(at - PAGE);
            case HOME -> {
                if (!bare) {
                    return;
                }
                select(0);
            }
            case END -> {
                if (!bare) {
                    return;
                }
                select(Integer.MAX_VALUE);
            }
            case ENTER -> {
                T chosen = list.getSelectionModel().getSelectedItem();
                if (chosen != null) {
                    take(chosen);
                }
            }
            case ESCAPE -> box.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        int count = list.getItems().size();
        if (count > 0) {
            list.getSelectionModel().clearAndSelect(Math.clamp(index, 0, count - 1));
            reveal();
        }
    }

    private void take(T choice) {
        box.hide();
        if (!Objects.equals(choice, box.getValue())) {
            box.setValue(choice);
        }
    }

    private void onBoxPressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || isInField(event)) {
            return;
        }
        if (box.isShowing()) {
            box.hide();
        } else {
            box.requestFocus();
            box.show();
        }
    }

    private boolean isInField(MouseEvent event) {
        return field.isVisible() && field.getBoundsInParent().contains(event.getX(), event.getY());
    }

    private void onBoxKey(KeyEvent event) {
        if (box.isShowing() || event.isShortcutDown() || event.getTarget() == field) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.SPACE
                || code == KeyCode.ENTER
                || code == KeyCode.F4
                || code == KeyCode.DOWN
                || code == KeyCode.UP) {
            box.show();
            event.consume();
        }
    }

    private void onPressedElsewhere(MouseEvent event) {
        Bounds place = box.localToScene(box.getLayoutBounds());
        if (!place.contains(event.getSceneX(), event.getSceneY())) {
            box.hide();
        }
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        box.removeEventHandler(MouseEvent.MOUSE_PRESSED, boxMouse);
        box.removeEventHandler(KeyEvent.KEY_PRESSED, boxKeys);
        box.getItems().removeListener(itemsChange);
        popup.hide();
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double right = snapSizeX(arrow.prefWidth(-1));
        arrow.resizeRelocate(x + width - right, y, right, height);
        value.resizeRelocate(x, y, Math.max(0, width - right), height);
        field.resizeRelocate(x, y, Math.max(0, width - right), height);
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + value.prefWidth(-1) + arrow.prefWidth(-1) + right;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + arrow.prefWidth(-1) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + Math.max(value.prefHeight(-1), ROW - 2) + bottom;
    }

    @Override
    protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }
}
