package fallline.app.transport;

import fallline.analysis.events.EventKind;
import fallline.analysis.events.RunEvents;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The ticks over the track of the steps: one shape a kind of event, however many there are.
///
/// Where ticks would run into each other, those that matter most stay; ends of epochs that are closer together than can
/// be told apart are left out.
final class ScrubTicks extends Region {
    /// Between two ticks, in pixels.
    private static final double APART = 3;

    private static final double EPOCHS_APART = 6;

    /// More ticks of a kind than this are faint, so that the bar stays calm.
    private static final int MANY = 16;

    private static final double FAINT = 0.45;

    private final IntToDoubleFunction place;
    private final Map<EventKind, Path> paths = new EnumMap<>(EventKind.class);
    private Optional<RunEvents> events = Optional.empty();

    /// @param place where a step lies
    ScrubTicks(IntToDoubleFunction place) {
        this.place = place;
    }

    void mark(Optional<RunEvents> marked) {
        events = marked;
        requestLayout();
    }

    /// The kinds that have ticks.
    EnumSet<EventKind> shown() {
        EnumSet<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        paths.forEach((kind, path) -> {
            if (!path.getElements().isEmpty()) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    @Override
    protected void layoutChildren() {
        paths.values().forEach(path -> path.getElements().clear());
        int width = (int) Math.ceil(getWidth()) + 1;
        if (events.isEmpty() || width < 2) {
            return;
        }
        boolean[] taken = new boolean[width + 1];
        for (EventKind kind : EventKind.values()) {
            draw(kind, events.get(), taken);
        }
        paths.values().forEach(path -> path.setOpacity(path.getElements().size() > 2 * MANY ? FAINT : 1));
    }

    private void draw(EventKind kind, RunEvents known, boolean[] taken) {
        EnumSet<EventKind> one = EnumSet.of(kind);
        double each = Math.max(place.applyAsDouble(1) - place.applyAsDouble(0), 1e-9);
        if (kind == EventKind.EPOCH && isCrowded(known, one)) {
            return;
        }
        int stride = (int) Math.max(0, Math.floor(APART / each) - 1);
        OptionalInt at = known.next(-1, one);
        while (at.isPresent()) {
            double x = snapPositionX(place.applyAsDouble(at.getAsInt()));
            if (x > getWidth()) {
                return; // of a run that was longer than it is now
            }
            if (isFree(taken, x)) {
                tick(kind, x);
            }
            at = known.next(at.getAsInt() + stride, one);
        }
    }

    private boolean isCrowded(RunEvents known, EnumSet<EventKind> epoch) {
        OptionalInt first = known.next(-1, epoch);
        return first.isPresent() && place.applyAsDouble(first.getAsInt()) - place.applyAsDouble(0) < EPOCHS_APART;
    }

    /// Takes a place, if nothing stands there or right beside it.
    private static boolean isFree(boolean[] taken, double x) {
        int at = (int) Math.clamp(x, 0, taken.length - 1);
        int from = (int) Math.max(0, at - APART + 1);
        int to = (int) Math.min(taken.length - 1, at + APART - 1);
        for (int i = from; i <= to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        taken[at] = true;
        return true;
    }

    private void tick(EventKind kind, double x) {
        Path path = paths.computeIfAbsent(kind, this::path);
        double middle = snapPositionY(getHeight() / 2);
        double from = middle - 10;
        double to = from + (kind == EventKind.CHANGE || kind == EventKind.BEST ? 7 : kind == EventKind.EPOCH ? 3 : 5);
        path.getElements().addAll(new MoveTo(x, from), new LineTo(x, to));
    }

    private Path path(EventKind kind) {
        Path path = new Path();
        path.getStyleClass().addAll("scrub-tick", "tick-" + kind.name().toLowerCase(Locale.ROOT));
        path.setManaged(false);
        getChildren().add(path);
        return path;
    }
}
