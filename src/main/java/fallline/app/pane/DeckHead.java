package fallline.app.pane;

import fallline.app.controls.ArrowGroup;
import fallline.app.controls.FittingLabel;
import fallline.app.controls.Glossary;
import fallline.app.controls.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The head of a card: titles and switches at rest, and in between, while the mouse is on the card, what else can be
/// done with the picture. Nothing that can be clicked moves for it, and no title gives way; the subtitle does, which is
/// said in full, in part or not at all, and never cut. Where there is too little room the switches that come with the
/// mouse go first, one after the other, then the menu's button, which has them all, then those at rest; then that
/// button stands at rest.
public final class DeckHead extends Region {
    /// Below this width everything stands closer.
    private static final double SMALL = 420;

    private final HBox titles = new HBox();
    private final FittingLabel subtitle = new FittingLabel("card-subtitle");
    private final HBox actions = new HBox();
    private final Button menu;
    private final Button enlarge;
    private final ObservableBooleanValue hovered;
    private final ListChangeListener<Node> onTools = _ -> slot();
    private List<StackPane> tools = List.of();
    private List<StackPane> hoverTools = List.of();
    private PlotPane pane;
    private boolean hasMenu;
    private boolean bare;
    private Subscription words = Subscription.EMPTY;

    /// @param menu shows what else can be done
    /// @param enlarge always at the right end, unless it is not managed
    /// @param hovered whether the mouse is on the card
    public DeckHead(PlotPane pane, Button menu, Button enlarge, ObservableBooleanValue hovered) {
        this.pane = pane;
        this.menu = menu;
        this.enlarge = enlarge;
        this.hovered = hovered;
        getStyleClass().addAll("card-header", "deck-head");
        titles.getStyleClass().add("deck-titles");
        actions.getStyleClass().add("deck-actions");
        ArrowGroup.in(this);
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
        hasMenu = !top.menu().isEmpty() || !buttons.isEmpty();
        words = top.subtitleProperty().subscribe(said -> {
            subtitle.say(ways(said));
            Tips.on(subtitle, meaning(said));
            requestLayout();
        });
        top.tools().addListener(onTools);
        top.hoverTools().addListener(onTools);
        slot();
    }

    /// Shows nothing but words from now on.
    void setBare() {
        bare = true;
    }

    /// Lets go of the pane, so that another head can take it.
    void clear() {
        words.unsubscribe();
        words = Subscription.EMPTY;
        pane.tools().removeListener(onTools);
        pane.hoverTools().removeListener(onTools);
        tools.forEach(slot -> slot.getChildren().clear());
        hoverTools.forEach(slot -> slot.getChildren().clear());
        tools = List.of();
        hoverTools = List.of();
        getChildren().clear();
    }

    /// Each switch stands in a place of its own, so that it can be left out although it has a meaning.
    private void slot() {
        tools.forEach(slot -> slot.getChildren().clear());
        hoverTools.forEach(slot -> slot.getChildren().clear());
        if (bare) {
            tools = List.of();
            hoverTools = List.of();
            getChildren().setAll(titles, subtitle);
            return;
        }
        tools = pane.tools().stream().map(DeckHead::slotOf).toList();
        hoverTools = pane.hoverTools().stream().map(DeckHead::slotOf).toList();
        getChildren().setAll(titles, subtitle);
        getChildren().addAll(hoverTools);
        getChildren().addAll(menu, actions);
        getChildren().addAll(tools);
        getChildren().add(enlarge);
    }

    private static StackPane slotOf(Node tool) {
        StackPane slot = new StackPane(tool);
        slot.setPickOnBounds(false);
        return slot;
    }

    /// What the subtitle says, and the beginnings of it that make sense alone: `J − J*, logarithmic`, `J − J*`.
    static List<String> ways(String words) {
        List<String> ways = new ArrayList<>(List.of(words));
        for (int end = words.length() - 1; end > 0; end--) {
            boolean ends = words.startsWith(", ", end) || words.startsWith(" at ", end);
            String part = words.substring(0, end);
            if (ends && count(part, '(') == count(part, ')')) {
                ways.add(part);
            }
        }
        return ways;
    }

    private static long count(String words, char wanted) {
        return words.chars().filter(c -> c == wanted).count();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double titleWidth = Math.min(wide(titles), right - left);
        place(titles, left, titleWidth);
        boolean large = enlarge.isManaged();
        right = placeRight(enlarge, right, large) - (large ? gap() : 0);
        double start = left + titleWidth + gap();
        List<StackPane> all = tools.stream().filter(slot -> wide(slot) > 0).toList();
        List<StackPane> shown = fitting(all, right - start);
        boolean lacking = hasMenu && shown.size() < all.size();
        if (lacking) {
            shown = fitting(all, right - start - wide(menu) - gap());
        }
        for (StackPane slot : tools.reversed()) {
            boolean here = shown.contains(slot);
            right = placeRight(slot, right, here) - (here ? apart() : 0);
        }
        right -= shown.isEmpty() ? 0 : gap() - apart();
        double end = placeHovered(start, right, lacking);
        double room = Math.max(0, end - start);
        place(subtitle, start, Math.min(wide(subtitle), room));
        subtitle.setVisible(room > 0);
    }

    /// The last of the switches for which there is room.
    private List<StackPane> fitting(List<StackPane> all, double room) {
        List<StackPane> shown = new ArrayList<>(all);
        while (!shown.isEmpty()
                && shown.stream().mapToDouble(slot -> wide(slot) + apart()).sum() - apart() > room) {
            shown.removeFirst();
        }
        return shown;
    }

    /// What appears with the mouse, right to left up to `start`, as far as there is room.
    ///
    /// @param withMenuAtRest whether the menu's button stands there anyway
    /// @return the left end of it
    private double placeHovered(double start, double end, boolean withMenuAtRest) {
        boolean shown = hovered.get();
        List<StackPane> wanted = new ArrayList<>(
                hoverTools.stream().filter(slot -> shown && wide(slot) > 0).toList());
        double rest = withMenuAtRest ? wide(menu) + tight() : 0;
        boolean acting = shown && wide(actions) > 0 && wide(actions) + gap() + rest <= end - start;
        double room = end - start - (acting ? wide(actions) + gap() : 0);
        boolean withMenu = withMenuAtRest || (shown && hasMenu && wide(menu) + tight() <= room);
        room -= withMenu ? wide(menu) + tight() : 0;
        while (!wanted.isEmpty() && width(wanted) > room) {
            wanted.removeFirst();
        }
        double x = placeRight(menu, end, withMenu) - (withMenu ? tight() : 0);
        x = placeRight(actions, x, acting) - (acting ? gap() : withMenu ? gap() - tight() : 0);
        for (StackPane slot : hoverTools.reversed()) {
            boolean here = wanted.contains(slot);
            x = placeRight(slot, x, here) - (here ? tight() : 0);
        }
        return x - (wanted.isEmpty() ? 0 : gap() - tight());
    }

    /// Between groups.
    private double gap() {
        return getWidth() < SMALL ? 5 : 8;
    }

    /// Between switches at rest.
    private double apart() {
        return getWidth() < SMALL ? 3 : 5;
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
