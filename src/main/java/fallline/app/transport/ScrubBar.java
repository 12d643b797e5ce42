package fallline.app.transport;

import atlantafx.base.controls.ProgressSliderSkin;
import fallline.app.controls.StrayDrags;
import java.util.List;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The steps as a line, with ticks where settings change.
final class ScrubBar extends StackPane {
    private final Slider slider = new Slider();
    private final Ticks ticks = new Ticks();

    /// The ticks over the track.
    private final class Ticks extends Region {
        void mark(List<Integer> steps) {
            getChildren().setAll(steps.stream().map(ScrubBar::tick).toList());
        }

        @Override
        protected void layoutChildren() {
            double radius = thumbRadius();
            double length = getWidth() - 2 * radius;
            for (var tick : getChildren()) {
                double share = (int) tick.getUserData() / Math.max(1, slider.getMax());
                tick.resizeRelocate(
                        snapPositionX(radius + share * length) - 1, snapPositionY(getHeight() / 2 - 9), 2, 8);
            }
        }

        private double thumbRadius() {
            var thumb = slider.lookup(".thumb");
            return thumb == null ? 8 : thumb.prefWidth(-1) / 2;
        }
    }

    ScrubBar() {
        StrayDrags.keptFrom(slider);
        getStyleClass().add("scrub-bar");
        slider.setId("scrub");
        slider.getStyleClass().add("scrub");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.setMinWidth(60);
        slider.setAccessibleText("Step");
        ticks.setMouseTransparent(true);
        getChildren().setAll(slider, ticks);
    }

    Slider slider() {
        return slider;
    }

    /// Marks these steps.
    void mark(List<Integer> steps) {
        ticks.mark(steps);
    }

    private static Region tick(int step) {
        Region tick = new Region();
        tick.getStyleClass().add("scrub-tick");
        tick.setManaged(false);
        tick.setUserData(step);
        return tick;
    }
}
