package fallline.app.paint;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import java.awt.Graphics2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows a figure that is composed and painted off the FX thread.
///
/// A pulse does three things, in this order: the frames that have left the screen go back to the painter; the
/// freshly painted frame is shown; what is wanted now, if it differs from what was ordered last, is ordered from
/// the painter, and shown at once if it is there in a moment ([PulseOfFigures]). So there is at most one painting
/// a pulse, the newest source wins, and an idle view does nothing.
public final class FigureView extends Region {
    /// What is on the screen: the figure and its size in logical pixels.
    public record Shown(Figure figure, Size size) {
        /// Its plot, if it has one.
        public Optional<PlotArea> plot() {
            return figure instanceof PlotFigure plotted ? Optional.of(plotted.plot(size)) : Optional.empty();
        }
    }

    private record Order(
            Supplier<? extends Figure> source, Object subject, int width, int height, double scale, Theme theme) {
        Size size() {
            return new Size(width / scale, height / scale);
        }
    }

    /// @param figure what is in the frame; nothing if the screen shows it already, or it could not be drawn
    private record Delivery(
            Order order, Frame frame, @Nullable Figure figure, boolean failed, long took) {}

    private record Painted(Figure figure, int width, int height, double scale, Theme theme) {}

    /// One on the screen, one that left it and is free at the next pulse, one being painted.
    private static final int FRAMES = 3;

    private static final String COMPUTING = "computing …";

    /// As long the old picture may stay, so that a quick change does not flicker.
    private static final Duration PATIENCE = Duration.millis(200);

    private final Executor painter;
    private final ObservableValue<Theme> theme;
    private final Consumer<? super Throwable> failures;
    private final ImageView screen = new ImageView();

    private final AtomicReference<@Nullable Delivery> delivered = new AtomicReference<>();
    /// Whether the next figure is to be painted even if it was the last.
    private final AtomicBoolean anew = new AtomicBoolean();

    private final AtomicInteger paintings = new AtomicInteger();

    // the painter's own
    private @Nullable Painted painted;

    // the FX thread's own
    private final Deque<Frame> free = new ArrayDeque<>(FRAMES);
    private int frames;
    private @Nullable Frame shownFrame;
    private final List<Frame> leaving = new ArrayList<>(FRAMES);
    private @Nullable Supplier<? extends Figure> source;
    private @Nullable Order ordered;
    private boolean painting;

    /// Nanoseconds between the last order and its delivery; as long as possible before the first.
    private long took = Long.MAX_VALUE;

    /// Told by the painter when a picture is there; of the scene that the view is in.
    private volatile Runnable arrival = Platform::requestNextPulse;

    /// What is wanted, and what is on the screen, is a figure of.
    private Object subject = "";

    private Object shownSubject = "";

    /// Whether nothing is to be seen but the word that a picture is awaited.
    private boolean blank;

    // made when they are needed, since few views ever need them
    private Optional<PauseTransition> wait = Optional.empty();
    private Optional<Label> word = Optional.empty();
    private Optional<Region> ring = Optional.empty();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();

    /// Characters that the figure has a use for while it has the keyboard.
    private String characters = "";

    private boolean arrows;

    /// While a picture changes again and again, a screen reader is not told of every one of them.
    private final PauseTransition told = new PauseTransition(Duration.millis(600));

    /// What a screen reader says of the picture; asked for when it asks.
    private Supplier<String> summary = () -> "";

    /// @param painter runs orders one after the other
    /// @param failures told, on the FX thread, what a source or a figure threw
    public FigureView(Executor painter, ObservableValue<Theme> theme, Consumer<? super Throwable> failures) {
        this.painter = painter;
        this.theme = theme;
        this.failures = failures;
        getStyleClass().add("figure-view");
        screen.setManaged(false);
        screen.setMouseTransparent(true);
        screen.setSmooth(false);
        getChildren().add(screen);
        focusVisibleProperty().subscribe(this::ring);
        told.setOnFinished(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
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
        summary = words;
        if (isFocused()) {
            told.playFromStart();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT || attribute == AccessibleAttribute.VALUE_STRING) {
            String words = summary.get();
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
        word.ifPresent(label -> label.setText(COMPUTING));
        if (wait.isEmpty()) {
            PauseTransition pause = new PauseTransition(PATIENCE);
            pause.setOnFinished(_ -> blank());
            wait = Optional.of(pause);
        }
        wait.get().playFromStart();
    }

    /// What was there is of something else, and is to be seen no longer.
    private void blank() {
        if (shownFrame != null && !subject.equals(shownSubject)) {
            blank = true;
            screen.setVisible(false);
            say(COMPUTING);
            shown.set(null);
            anew.set(true);
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
        return paintings.get();
    }

    /// Whether what is on the screen is what is wanted. FX thread.
    public boolean upToDate() {
        return !painting
                && delivered.get() == null
                && shown.get() != null
                && ordered != null
                && ordered.source == source;
    }

    /// The keyboard was brought here: a ring over the picture, which would hide a border.
    private void ring(boolean shown) {
        if (shown && ring.isEmpty()) {
            Region made = new Region();
            made.getStyleClass().add("focus-ring");
            made.setMouseTransparent(true);
            made.setManaged(false);
            getChildren().add(made);
            ring = Optional.of(made);
        }
        ring.ifPresent(made -> made.setVisible(shown));
        requestLayout();
    }

    private void say(String text) {
        if (word.isEmpty()) {
            Label label = new Label();
            label.getStyleClass().add("note");
            label.setMouseTransparent(true);
            label.setManaged(false);
            getChildren().add(label);
            word = Optional.of(label);
        }
        word.get().setText(text);
        word.get().setVisible(true);
        requestLayout();
    }

    private void moveIn(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            PulseOfFigures.of(before).remove(this);
            arrival = Platform::requestNextPulse;
        }
        if (now != null) {
            PulseOfFigures pulse = PulseOfFigures.of(now);
            pulse.add(this);
            arrival = pulse::tell;
        }
    }

    /// A pulse came. Frames that had left the screen before are not being shown any more.
    void turn() {
        leaving.forEach(this::giveBack);
        leaving.clear();
        takeAndOrder();
    }

    /// Shows what is painted, if something is; and orders what is wanted by now.
    void takeAndOrder() {
        Delivery delivery = delivered.getAndSet(null);
        if (delivery != null) {
            painting = false;
            took = delivery.took;
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
        return painting && delivered.get() == null;
    }

    private void receive(Delivery delivery) {
        Frame frame = delivery.frame;
        if (delivery.figure == null) {
            giveBack(frame);
            if (delivery.failed) {
                word.ifPresent(label -> label.setText("no picture"));
            } else if (!blank) {
                shownSubject = delivery.order.subject;
            }
            return;
        }
        if (blank && !delivery.order.subject.equals(subject)) {
            anew.set(true); // it was painted in vain
            giveBack(frame);
            return;
        }
        shownSubject = delivery.order.subject;
        blank = false;
        screen.setVisible(true);
        word.ifPresent(label -> label.setVisible(false));
        screen.setImage(frame.refreshed());
        if (shownFrame != null) {
            leaving.add(shownFrame);
        }
        shownFrame = frame;
        shown.set(new Shown(delivery.figure, delivery.order.size()));
        cut();
    }

    /// Until a picture of the right size is painted, the one before must not stand over the neighbours.
    private void cut() {
        Shown now = shown.get();
        if (now == null || shownFrame == null) {
            return;
        }
        double width = Math.min(getWidth(), now.size().width());
        double height = Math.min(getHeight(), now.size().height());
        double scale = shownFrame.width() / now.size().width();
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
        ring.ifPresent(made -> made.resizeRelocate(0, 0, getWidth(), getHeight()));
        word.ifPresent(label -> {
            label.autosize();
            label.relocate(
                    snapPositionX((getWidth() - label.getWidth()) / 2),
                    snapPositionY((getHeight() - label.getHeight()) / 2));
        });
    }

    private Optional<Order> wanted() {
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
        Order order = new Order(source, subject, width, height, scale, theme.getValue());
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

    private void order(Order order) {
        if (painting) {
            return; // the delivery brings the next pulse
        }
        Frame frame = frameOf(order.width, order.height);
        if (frame == null) {
            Platform.requestNextPulse(); // the leaving frame comes back then
            return;
        }
        painting = true;
        ordered = order;
        long now = System.nanoTime();
        painter.execute(() -> paint(order, frame, now));
    }

    /// One of the three frames, if the painter may have it; frames of another size are replaced.
    private @Nullable Frame frameOf(int width, int height) {
        Frame frame = free.poll();
        if (frame == null && frames == FRAMES) {
            return null;
        }
        if (frame != null && frame.measures(width, height)) {
            return frame;
        }
        frames += frame == null ? 1 : 0;
        return new Frame(width, height);
    }

    private void giveBack(Frame frame) {
        free.push(frame);
    }

    private void paint(Order order, Frame frame, long since) {
        Figure figure = null;
        boolean failed = true;
        try {
            figure = paintedFigure(order, frame);
            failed = false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            painted = null;
            Platform.runLater(() -> failures.accept(e));
        } finally {
            delivered.set(new Delivery(order, frame, figure, failed, System.nanoTime() - since));
            arrival.run();
        }
    }

    /// The figure that is in the frame now, or null when the screen shows it already.
    private @Nullable Figure paintedFigure(Order order, Frame frame) {
        Figure figure = order.source.get();
        Painted now = new Painted(figure, order.width, order.height, order.scale, order.theme);
        if (!anew.getAndSet(false) && isSame(painted, now)) {
            return null;
        }
        Graphics2D g = frame.graphics();
        try {
            g.scale(order.scale, order.scale);
            figure.paint(g, order.size(), order.theme);
        } finally {
            g.dispose();
        }
        paintings.incrementAndGet();
        painted = now;
        return figure;
    }

    private static boolean isSame(@Nullable Painted before, Painted now) {
        return before != null
                && before.figure == now.figure
                && before.width == now.width
                && before.height == now.height
                && before.scale == now.scale
                && before.theme == now.theme;
    }
}
