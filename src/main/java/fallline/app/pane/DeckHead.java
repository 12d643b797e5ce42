package fallline.app.pane;

import fallline.app.controls.Glossary;
import fallline.app.controls.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The head of a card: titles and switches at rest, and in between, while the mouse is on the card, what else can be
/// done with the picture. Nothing that can be clicked moves for it; only the subtitle gets shorter. Where there is too
/// little room the menu's button goes first, then the switches one after the other (the menu under the right mouse
/// button has them all), then a title that is no tab.
public final class DeckHead extends Region {
    /// Below this width everything stands closer.
    private static final double SMALL = 420;

    private final HBox titles = new HBox();
    private final Label subtitle = new Label();
    private final HBox tools = new HBox();
    private final HBox actions = new HBox();
    private final Button menu;
    private final Button enlarge;
    private final ObservableBooleanValue hovered;
    private final ListChangeListener<Node> onHoverTools = _ -> slot();
    private List<StackPane> slots = List.of();
    private PlotPane pane;
    private boolean hasMenu;

    /// @param menu shows what else can be done; first to go where there is little room
    /// @param enlarge always at the right end
    /// @param hovered whether the mouse is on the card
    public DeckHead(PlotPane pane, Button menu, Button enlarge, ObservableBooleanValue hovered) {
        this.pane = pane;
        this.menu = menu;
        this.enlarge = enlarge;
        this.hovered = hovered;
        getStyleClass().addAll("card-header", "deck-head");
        titles.getStyleClass().add("deck-titles");
        tools.getStyleClass().add("deck-tools");
        actions.getStyleClass().add("deck-actions");
        subtitle.getStyleClass().add("card-subtitle");
        subtitle.textProperty().subscribe(words -> Tips.on(subtitle, meaning(words)));
        hovered.subscribe(_ -> requestLayout());
    }

    /// What is meant by the terms in the subtitle; where it has none, all of it, since there may be little room.
    private static String meaning(String words) {
        String sentences = Glossary.sentences(words);
        return sentences.isEmpty() ? words : words + "\n" + sentences;
    }

    /// Shows the titles of all panes and what belongs to the one on top.
    ///
    /// @param tabs the titles
    public void show(PlotPane top, List<? extends Node> tabs, List<Button> buttons) {
        clear();
        pane = top;
        titles.getChildren().setAll(tabs);
        actions.getChildren().setAll(buttons);
        actions.setId(top.id() + "-actions");
        subtitle.textProperty().bind(top.subtitleProperty());
        Bindings.bindContent(tools.getChildren(), top.tools());
        hasMenu = !top.menu().isEmpty() || !buttons.isEmpty();
        top.hoverTools().addListener(onHoverTools);
        slot();
    }

    /// Lets go of the pane, so that another head can take it.
    void clear() {
        subtitle.textProperty().unbind();
        Bindings.unbindContent(tools.getChildren(), pane.tools());
        tools.getChildren().clear();
        pane.hoverTools().removeListener(onHoverTools);
        slots.forEach(slot -> slot.getChildren().clear());
        slots = List.of();
        getChildren().clear();
    }

    /// Each switch stands in a place of its own, so that it can be left out although it has a meaning.
    private void slot() {
        slots.forEach(slot -> slot.getChildren().clear());
        slots = pane.hoverTools().stream().map(DeckHead::slotOf).toList();
        getChildren().setAll(titles, subtitle);
        getChildren().addAll(slots);
        getChildren().addAll(menu, actions, tools, enlarge);
    }

    private static StackPane slotOf(Node tool) {
        StackPane slot = new StackPane(tool);
        slot.setPickOnBounds(false);
        return slot;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double titleWidth = Math.min(wide(titles), right - left);
        place(titles, left, titleWidth);
        right = placeRight(enlarge, right, true) - gap();
        boolean switched = wide(tools) > 0;
        right = placeRight(tools, right, switched) - (switched ? gap() : 0);
        double start = left + titleWidth + gap();
        boolean yielding = hovered.get() && titles.getChildren().size() == 1 && right - start < wide(actions) + gap();
        titles.setVisible(!yielding);
        start = yielding ? left : start;
        double end = placeHovered(start, right);
        double room = Math.max(0, end - start);
        place(subtitle, start, Math.min(wide(subtitle), room));
        subtitle.setVisible(room > 0);
    }

    /// What appears with the mouse, right to left up to `start`, as far as there is room.
    ///
    /// @return the left end of it
    private double placeHovered(double start, double end) {
        boolean shown = hovered.get();
        List<StackPane> wanted = new ArrayList<>(
                slots.stream().filter(slot -> shown && wide(slot) > 0).toList());
        boolean acting = shown && wide(actions) > 0 && wide(actions) + gap() <= end - start;
        double room = end - start - (acting ? wide(actions) + gap() : 0);
        boolean withMenu = shown && hasMenu && width(wanted) + wide(menu) + tight() <= room;
        while (!wanted.isEmpty() && width(wanted) > room) {
            wanted.removeFirst();
        }
        double x = placeRight(menu, end, withMenu) - (withMenu ? tight() : 0);
        x = placeRight(actions, x, acting) - (acting ? gap() : withMenu ? gap() - tight() : 0);
        for (StackPane slot : slots.reversed()) {
            boolean here = wanted.contains(slot);
            x = placeRight(slot, x, here) - (here ? tight() : 0);
        }
        return x - (wanted.isEmpty() ? 0 : gap() - tight());
    }

    /// Between groups.
    private double gap() {
        return getWidth() < SMALL ? 5 : 8;
    }

    /// Within a group.
    private double tight() {
        return getWidth() < SMALL ? 2 : 3;
    }

    private double width(List<StackPane> slots) {
        return slots.stream().mapToDouble(slot -> wide(slot) + tight()).sum();
    }

    private static double wide(Region node) {
        return Math.ceil(node.prefWidth(-1));
    }

    private double placeRight(Region node, double end, boolean shown) {
        node.setVisible(shown);
        if (!shown) {
            return end;
        }
        double width = wide(node);
        place(node, end - width, width);
        return end - width;
    }

    private void place(Region node, double x, double width) {
        double height = node.prefHeight(width);
        double inside = getHeight() - snappedTopInset() - snappedBottomInset();
        node.resizeRelocate(snapPositionX(x), snapPositionY(snappedTopInset() + (inside - height) / 2), width, height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
