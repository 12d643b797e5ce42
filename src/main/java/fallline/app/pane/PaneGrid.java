package fallline.app.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Gives the panes their places: four cards where there is room, three with tabs where there is not, one when it fills
/// the window.
public final class PaneGrid extends Region {
    private static final double UPPER_SHARE = 0.55;

    private final PlotPane loss;
    private final PlotPane fit;
    private final PlotPane table;
    private final PlotPane convergence;
    private final PlotPane step;
    private final PlotPane steps;
    private double gap;
    private boolean narrow;
    private Optional<PlotPane> enlarged = Optional.empty();
    private PlotPane lowerTop;
    private PlotPane rightTop;
    private PlotPane fitTop;
    private boolean tabled;
    private List<Deck> decks = List.of();

    /// @param table the data behind the fit, a tab beside it
    public PaneGrid(PlotPane loss, PlotPane fit, PlotPane table, PlotPane convergence, PlotPane step, PlotPane steps) {
        this.loss = loss;
        this.fit = fit;
        this.table = table;
        this.convergence = convergence;
        this.step = step;
        this.steps = steps;
        lowerTop = convergence;
        rightTop = step;
        fitTop = fit;
        getStyleClass().add("pane-grid");
        setMinSize(0, 0);
        arrange();
    }

    /// Arranges the panes for a window that is narrow, or wide.
    public void setNarrow(boolean now) {
        if (now != narrow) {
            narrow = now;
            arrange();
        }
    }

    /// Whether there are data to be shown as a table.
    public void setTabled(boolean now) {
        if (now != tabled) {
            tabled = now;
            if (enlarged.filter(pane -> pane == table).isPresent()) {
                enlarged = Optional.empty();
            }
            arrange();
        }
    }

    /// The space between the cards.
    public void setGap(double pixels) {
        gap = pixels;
        requestLayout();
    }

    /// Lets a pane fill the window, or if it does, gives it back its place.
    public void toggle(PlotPane pane) {
        enlarged = enlarged.isPresent() ? Optional.empty() : Optional.of(pane);
        arrange();
    }

    /// The pane that is meant by a key: the one under the mouse, else the one with the keyboard, else the enlarged one,
    /// else the loss.
    public PlotPane meant() {
        return decks.stream()
                .filter(Node::isHover)
                .findFirst()
                .or(() -> decks.stream().filter(Node::isFocusWithin).findFirst())
                .or(() -> decks.stream().findFirst())
                .map(Deck::top)
                .orElse(loss);
    }

    /// Does something with the pane that a key means, if it offers that.
    public void act(PaneAction.Kind kind) {
        meant().actions().stream()
                .filter(action -> action.kind() == kind)
                .findFirst()
                .ifPresent(action -> action.action().run());
    }

    /// Gives an enlarged pane back its place.
    ///
    /// @return whether there was one
    public boolean shrink() {
        boolean was = enlarged.isPresent();
        if (was) {
            enlarged = Optional.empty();
            arrange();
        }
        return was;
    }

    private void arrange() {
        if (decks.size() == 3) {
            lowerTop = decks.getLast().top();
        } else if (decks.size() == 4) {
            rightTop = decks.getLast().top();
        }
        if (decks.size() > 1) {
            fitTop = decks.get(1).top();
        }
        decks.forEach(Deck::clear);
        List<Deck> next = new ArrayList<>();
        if (enlarged.isPresent()) {
            next.add(deck(List.of(enlarged.get()), enlarged.get(), true));
        } else {
            next.add(deck(List.of(loss), loss, false));
            next.add(tabled ? deck(List.of(fit, table), fitTop, false) : deck(List.of(fit), fit, false));
            if (narrow) {
                next.add(deck(List.of(convergence, step, steps), lowerTop, false));
            } else {
                next.add(deck(List.of(convergence), convergence, false));
                next.add(deck(List.of(step, steps), rightTop, false));
            }
        }
        decks = List.copyOf(next);
        getChildren().setAll(decks);
    }

    private Deck deck(List<PlotPane> panes, PlotPane top, boolean large) {
        return new Deck(panes, top, large, this::toggle);
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (decks.size() == 1) {
            decks.getFirst().resizeRelocate(0, 0, width, height);
            return;
        }
        double left = Math.floor((width - gap) / 2);
        double upper = Math.floor((height - gap) * UPPER_SHARE);
        place(decks.get(0), 0, 0, left, upper);
        place(decks.get(1), left + gap, 0, width - left - gap, upper);
        if (decks.size() == 3) {
            place(decks.get(2), 0, upper + gap, width, height - upper - gap);
        } else {
            place(decks.get(2), 0, upper + gap, left, height - upper - gap);
            place(decks.get(3), left + gap, upper + gap, width - left - gap, height - upper - gap);
        }
    }

    private static void place(Deck deck, double x, double y, double width, double height) {
        deck.resizeRelocate(x, y, width, height);
    }
}
