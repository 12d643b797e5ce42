package fallline.app.paint;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows a figure that is composed and painted off the FX thread.
///
/// A pulse takes frames back that had left the screen, shows what was painted meanwhile, and orders what is wanted now
/// if that differs from what was ordered last. What is expected in a moment is waited for; then it is shown, and what
/// is wanted by then is ordered, still in this pulse ([PulseOfFigures]). So the newest source wins, one picture is
/// painted at a time, at most two are ordered in a pulse, and an idle view does nothing.
///
/// [FrameTurns] has the frames, [FigureOrders] paints, and [BesidePicture] says what the picture does not.
public final class FigureView extends Region {
    /// What is on the screen: the figure and its size in logical pixels.
    public record Shown(Figure figure, Size size) {
        /// Its plot, if it has one.
        public Optional<PlotArea> plot() {
            return figure instanceof PlotFigure plotted ? Optional.of(plotted.plot(size)) : Optional.empty();
        }
    }

    private static final String COMPUTING = "computing …";

    /// As long the old picture may stay, so that a quick change does not flicker.
    private static final Duration PATIENCE = Duration.millis(200);

    private final ObservableValue<Theme> theme;
    private final ImageView screen = new ImageView();
    private final FrameTurns frames = new FrameTurns();
    private final FigureOrders orders;
    private final BesidePicture beside;

    private @Nullable Supplier<? extends Figure> source;
    private FigureOrders.@Nullable Order ordered;
    private boolean painting;

    /// Nanoseconds between the last order and its delivery; as long as possible before the first.
    private long took = Long.MAX_VALUE;

    /// What is wanted, and what is on the screen, is a figure of.
    private Object subject = "";

    private Object shownSubject = "";

    /// Whether nothing is to be seen but the word that a picture is awaited.
    private boolean blank;

    /// Made when it is needed, since few views ever need it.
    private Optional<PauseTransition> wait = Optional.empty();

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();

    /// Characters that the figure has a use for while it has the keyboard.
    private String characters = "";

    private boolean arrows;

    /// @param painter runs orders one after the other
    /// @param failures told, on the FX thread, what a source or a figure threw
    public FigureView(Executor painter, ObservableValue<Theme> theme, Consumer<? super Throwable> failures) {
        this.theme = theme;
        orders = new FigureOrders(painter, failures);
        getStyleClass().add("figure-view");
        screen.setManaged(false);
        screen.setMouseTransparent(true);
        screen.setSmooth(false);
        getChildren().add(screen);
        beside = new BesidePicture(
                this, getChildren(), () -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        sceneProperty().subscribe(this::moveIn);
        theme.subscribe((_, _) -> Platform.requestNextPulse());
        widthProperty().subscribe((_, _) -> Platform.requestNextPulse());
        heightProperty().subscribe((_, _) -> Platform.requestNextPulse());
    }

    /// Shows the figure that `next` yields, as soon as it is painted; `next` is called on the painter's thread, at most
    /// once. A figure that is the one on the screen is not painted again.
    public void show(Supplier<? extends Figure> next) {
        show(next, subject);
    }

    /// As above, where the figure is of something: while one of another subject lets itself be waited for, that of the
    /// old one does not stand there as if it were the new one.
    ///
    /// @param about two figures are of the same subject if these are equal
    public void show(Supplier<? extends Figure> next, Object about) {
        source = next;
        if (!about.equals(subject)) {
            subject = about;
            waitFor();
        }
        Platform.requestNextPulse();
    }

    /// Whether the picture of another subject is awaited, and the view says so.
    public boolean waits() {
        return blank;
    }

    /// The picture in a sentence or two, for those who cannot see it; computed when somebody asks, on the FX thread.
    public void describe(Supplier<String> words) {
        beside.describe(words);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT || attribute == AccessibleAttribute.VALUE_STRING) {
            String words = beside.summary();
            return words.isEmpty() ? getAccessibleText() : words;
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    /// Keys that the figure has a use for while it has the keyboard; others stay the window's.
    ///
    /// @param withArrows whether arrows are among them
    /// @param typed the characters
    public void take(boolean withArrows, String typed) {
        arrows = withArrows;
        characters = typed;
    }

    /// Whether arrows do something in this figure.
    public boolean takesArrows() {
        return arrows;
    }

    /// Whether a character does something in this figure.
    public boolean takes(String character) {
        return characters.contains(character);
    }

    private void waitFor() {
        beside.sayInstead(COMPUTING);
        if (wait.isEmpty()) {
            PauseTransition pause = new PauseTransition(PATIENCE);
            pause.setOnFinished(_ -> blank());
            wait = Optional.of(pause);
        }
        wait.get().playFromStart();
    }

    /// What was there is of something else, and is to be seen no longer.
    private void blank() {
        if (frames.shown().isPresent() && !subject.equals(shownSubject)) {
            blank = true;
            screen.setVisible(false);
            beside.say(COMPUTING);
            shown.set(null);
            orders.paintAnew();
        }
    }

    /// What is on the screen now; for pointers. FX thread.
    public Optional<Shown> shown() {
        return Optional.ofNullable(shown.get());
    }

    /// Calls `listener` whenever another figure is on the screen. FX thread.
    public void whenShown(Runnable listener) {
        shown.subscribe((_, _) -> listener.run());
    }

    /// How many times a figure was painted.
    public int paintCount() {
        return orders.count();
    }

    /// Whether what is on the screen is what is wanted. FX thread.
    public boolean upToDate() {
        return !painting
                && !orders.hasDelivery()
                && shown.get() != null
                && ordered != null
                && ordered.source() == source;
    }

    private void moveIn(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            PulseOfFigures.of(before).remove(this);
            orders.tells(Platform::requestNextPulse);
        }
        if (now != null) {
            PulseOfFigures pulse = PulseOfFigures.of(now);
            pulse.add(this);
            orders.tells(pulse::tell);
        }
    }

    /// A pulse came. Frames that had left the screen before are not being shown any more.
    void turn() {
        frames.pulse();
        takeAndOrder();
    }

    /// Shows what is painted, if something is; and orders what is wanted by now.
    void takeAndOrder() {
        FigureOrders.Delivery delivery = orders.take();
        if (delivery != null) {
            painting = false;
            took = delivery.took();
            receive(delivery);
        }
        wanted().ifPresent(this::order);
    }

    /// Whether a picture was ordered that took at most so many nanoseconds the last time.
    boolean isExpectedWithin(long nanos) {
        return painting && took <= nanos;
    }

    /// Whether a picture was ordered that is not there yet.
    boolean isPainting() {
        return painting && !orders.hasDelivery();
    }

    private void receive(FigureOrders.Delivery delivery) {
        Frame frame = delivery.frame();
        Object about = delivery.order().subject();
        if (delivery.figure() == null) {
            frames.giveBack(frame);
            if (delivery.failed()) {
                beside.sayInstead("no picture");
            } else if (!blank) {
                shownSubject = about;
            }
            return;
        }
        if (blank && !about.equals(subject)) {
            orders.paintAnew(); // it was painted in vain
            frames.giveBack(frame);
            return;
        }
        shownSubject = about;
        blank = false;
        screen.setVisible(true);
        beside.sayNothing();
        screen.setImage(frames.show(frame));
        shown.set(new Shown(delivery.figure(), delivery.order().size()));
        cut();
    }

    /// Until a picture of the right size is painted, the one before must not stand over the neighbours.
    private void cut() {
        Shown now = shown.get();
        Optional<Frame> frame = frames.shown();
        if (now == null || frame.isEmpty()) {
            return;
        }
        double width = Math.min(getWidth(), now.size().width());
        double height = Math.min(getHeight(), now.size().height());
        double scale = frame.get().width() / now.size().width();
        Rectangle2D part = new Rectangle2D(0, 0, width * scale, height * scale);
        if (!part.equals(screen.getViewport())) {
            screen.setViewport(part); // an equal one would have all bounds computed anew
        }
        screen.setFitWidth(width);
        screen.setFitHeight(height);
    }

    @Override
    protected void layoutChildren() {
        cut();
        beside.lay();
    }

    private Optional<FigureOrders.Order> wanted() {
        Scene scene = getScene();
        if (source == null || scene == null || scene.getWindow() == null || !isTreeVisible()) {
            return Optional.empty();
        }
        // sharp also where the interface is larger than usual
        double scale =
                scene.getWindow().getRenderScaleX() * getLocalToSceneTransform().getMxx();
        int width = (int) Math.ceil(getWidth() * scale - 1e-6);
        int height = (int) Math.ceil(getHeight() * scale - 1e-6);
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        FigureOrders.Order order = new FigureOrders.Order(source, subject, width, height, scale, theme.getValue());
        return order.equals(ordered) ? Optional.empty() : Optional.of(order);
    }

    private boolean isTreeVisible() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void order(FigureOrders.Order order) {
        if (painting) {
            return; // the delivery brings the next pulse
        }
        Optional<Frame> frame = frames.take(order.width(), order.height());
        if (frame.isEmpty()) {
            Platform.requestNextPulse(); // a leaving frame comes back then
            return;
        }
        painting = true;
        ordered = order;
        orders.order(order, frame.get());
    }
}
