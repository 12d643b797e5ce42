package fallline.app.gallery;

import fallline.analysis.SliderScale;
import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.controls.ValueSlider;
import fallline.app.gallery.GalleryEntry.Made;
import fallline.figure.paint.Theme;
import fallline.number.Numbers;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The settings of a generator with a picture of what it makes: how many points, how much noise, which seed.
final class GeneratorPanel extends VBox {
    private static final SliderScale COUNT = new SliderScale(10, 2_000, true);
    private static final SliderScale NOISE = new SliderScale(0, 2, false);
    private static final double WIDTH = 250;
    private static final double HEIGHT = 170;

    private final Theme theme;
    private final Consumer<GalleryEntry> onMade;
    private final Thumbnail picture;
    private final Label count = new Label();
    private final Label noise = new Label();
    private Made made;

    /// @param onMade gets the points whenever they are made anew
    GeneratorPanel(Made first, Theme theme, Consumer<GalleryEntry> onMade) {
        this.theme = theme;
        this.onMade = onMade;
        made = first;
        picture = new Thumbnail(entry(), theme, WIDTH, HEIGHT);
        ValueSlider countSlider = new ValueSlider(
                COUNT, value -> make(new Made(made.generator(), (int) value, made.noise(), made.seed())), () -> {});
        countSlider.setId("made-count");
        countSlider.show(COUNT, first.count());
        Tips.on(countSlider, Term.MADE_COUNT);
        ValueSlider noiseSlider = new ValueSlider(
                NOISE, value -> make(new Made(made.generator(), made.count(), value, made.seed())), () -> {});
        noiseSlider.setId("made-noise");
        noiseSlider.show(NOISE, first.noise());
        Tips.on(noiseSlider, Term.MADE_NOISE);
        NumberField seed =
                NumberField.whole(value -> make(new Made(made.generator(), made.count(), made.noise(), (long) value)));
        seed.setId("made-seed");
        seed.setNumber((double) first.seed());
        Tips.on(seed, Term.SEED);
        getStyleClass().add("generator-panel");
        getChildren()
                .setAll(
                        picture,
                        Rows.line(Rows.caption("Points", Term.MADE_COUNT), count),
                        countSlider,
                        Rows.line(Rows.caption("Noise", Term.MADE_NOISE), noise),
                        noiseSlider,
                        Rows.line(Rows.caption("Seed", Term.SEED), seed));
        say();
    }

    private GalleryEntry entry() {
        return GalleryEntry.of(made.generator(), made.count(), made.noise(), made.seed());
    }

    private void make(Made next) {
        made = next;
        GalleryEntry entry = entry();
        picture.paint(entry, theme);
        say();
        onMade.accept(entry);
    }

    private void say() {
        count.setText(Numbers.whole(made.count()));
        noise.setText(Numbers.brief(made.noise(), 3));
    }
}
