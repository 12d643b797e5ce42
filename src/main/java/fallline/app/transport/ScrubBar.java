package fallline.app.transport;

import atlantafx.base.controls.ProgressSliderSkin;
import fallline.analysis.events.EventKind;
import fallline.app.controls.StrayDrags;
import fallline.number.Numbers;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The steps as a line, with ticks where something happened in the chosen run; near a tick the pointer is told what.
final class ScrubBar extends StackPane {
    /// How near to a tick the pointer must be, in pixels.
    private static final double NEAR = 4;

    private final Slider slider = new Slider();
    private final ScrubTicks ticks = new ScrubTicks(this::place);
    private final Tooltip told = new Tooltip();
    private Optional<EventsModel.Found> found = Optional.empty();

    ScrubBar() {
        StrayDrags.keptFrom(slider);
        getStyleClass().add("scrub-bar");
        slider.setId("scrub");
        slider.getStyleClass().add("scrub");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.setMinWidth(60);
        slider.setAccessibleText("Step");
        slider.maxProperty().subscribe(ticks::requestLayout);
        ticks.setMouseTransparent(true);
        told.setId("scrub-tip");
        addEventFilter(MouseEvent.MOUSE_MOVED, this::tell);
        told.setShowDelay(Duration.millis(150));
        told.setHideDelay(Duration.ZERO);
        getChildren().setAll(slider, ticks);
    }

    Slider slider() {
        return slider;
    }

    /// Marks what happened in a run, or nothing.
    void mark(Optional<EventsModel.Found> events) {
        found = events;
        say(Optional.empty());
        ticks.mark(events.map(EventsModel.Found::events));
    }

    /// Where a step lies on the track.
    private double place(int step) {
        double radius = thumbRadius();
        return radius + (getWidth() - 2 * radius) * step / Math.max(1, slider.getMax());
    }

    private double thumbRadius() {
        var thumb = slider.lookup(".thumb");
        return thumb == null ? 8 : thumb.prefWidth(-1) / 2;
    }

    private void tell(MouseEvent event) {
        say(found.flatMap(known -> near(known, event.getX())));
    }

    /// The slider has a tip only near a tick; another tick has another, so that it stands where the pointer is.
    private void say(Optional<String> words) {
        String now = slider.getTooltip() == null ? "" : told.getText();
        if (!words.orElse("").equals(now)) {
            slider.setTooltip(null);
            words.ifPresent(said -> {
                told.setText(said);
                slider.setTooltip(told);
            });
        }
    }

    /// What the tick nearest to the pointer says, if one is near.
    private Optional<String> near(EventsModel.Found known, double x) {
        double each = (place(1) - place(0));
        int at = (int) Math.rint((x - place(0)) / each);
        OptionalInt nearest = ticks.shown().stream()
                .flatMapToInt(kind -> IntStream.concat(
                        known.events().next(at - 1, EnumSet.of(kind)).stream(),
                        known.events().previous(at + 1, EnumSet.of(kind)).stream()))
                .filter(step -> Math.abs(place(step) - x) <= NEAR)
                .boxed()
                .min((one, other) -> Double.compare(Math.abs(place(one) - x), Math.abs(place(other) - x)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        return nearest.isEmpty()
                ? Optional.empty()
                : Optional.of("step " + Numbers.whole(nearest.getAsInt()) + ": " + known.words(nearest.getAsInt()));
    }

    /// The kinds that are marked now.
    EnumSet<EventKind> marked() {
        return ticks.shown();
    }
}
