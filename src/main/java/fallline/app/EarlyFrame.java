package fallline.app;

import fallline.app.desk.Appearance;
import fallline.app.preferences.StagePlace;
import fallline.figure.paint.Theme;
import fallline.file.user.Preferences;
import fallline.file.user.PreferencesFile;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/// The window as it is to be seen while its contents are being made: in its place, size and colours, with the cards
/// where they will stand. It knows no sheets and no controls, so that it costs nothing.
///
/// @param scene gets its contents as soon as they are there
record EarlyFrame(Stage stage, Scene scene) {
    /// The first is painted by another thread, which takes longest when nothing is cached; the second waits for
    /// it, and its picture comes back here before the third is told of. What fills the window would keep it from
    /// the screen else.
    private static final int PULSES = 3;

    /// Shows it, and tells `painted` when it is on the screen; FX thread.
    static void show(Stage stage, Consumer<EarlyFrame> painted) {
        Preferences likes = PreferencesFile.ofUser().read();
        StagePlace.put(stage, likes.window());
        FallLineWindow.size(stage);
        stage.setTitle(FallLineWindow.TITLE);
        Theme theme = Appearance.meant(likes.theme());
        Skeleton skeleton = new Skeleton(theme, likes.size() / 100.0);
        Scene scene = new Scene(skeleton, color(theme.surface()));
        stage.setScene(scene);
        EarlyFrame frame = new EarlyFrame(stage, scene);
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                skeleton.change();
                if (++pulses < PULSES) {
                    Platform.requestNextPulse();
                } else {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(() -> painted.accept(frame));
                }
            }
        });
        stage.show();
    }

    private static Color color(java.awt.Color color) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    /// Bars and cards, without what is in them.
    private static final class Skeleton extends Region {
        private static final double COLUMN = 314;
        private static final double TOP = 52;
        private static final double BOTTOM = 78;
        private static final double GAP = 10;
        private static final List<Double> CARDS = List.of(0.24, 0.37, 0.60, 1.0);

        private final double scale;
        private final Region speck = new Region();

        Skeleton(Theme theme, double scale) {
            this.scale = scale;
            setBackground(filled(theme.surface(), 0, 0));
            Background card = new Background(fill(theme.border(), 9, 0), fill(theme.panel(), 8, 1));
            Background bar = new Background(fill(theme.border(), 0, 0), fill(theme.panel(), 0, 1));
            for (int i = 0; i < 2 + CARDS.size() + 4; i++) {
                Region part = new Region();
                part.setBackground(i < 2 ? bar : card);
                getChildren().add(part);
            }
            speck.setManaged(false);
            speck.setBackground(bar);
            speck.resize(1, 1);
            getChildren().add(speck);
        }

        private static Background filled(java.awt.Color color, double radius, double inset) {
            return new Background(fill(color, radius, inset));
        }

        private static BackgroundFill fill(java.awt.Color color, double radius, double inset) {
            return new BackgroundFill(color(color), new CornerRadii(radius), new Insets(inset));
        }

        /// A pulse waits for the picture of the one before only if it has something new itself: a speck in the corner.
        void change() {
            speck.setVisible(!speck.isVisible());
        }

        @Override
        protected void layoutChildren() {
            double gap = GAP * scale;
            double column = COLUMN * scale;
            double top = TOP * scale;
            double bottom = BOTTOM * scale;
            place(0, -1, -1, getWidth() + 2, top + 1);
            place(1, -1, getHeight() - bottom, getWidth() + 2, bottom + 1);
            double height = getHeight() - top - bottom - gap;
            double y = 0;
            for (int i = 0; i < CARDS.size(); i++) {
                double end = CARDS.get(i) * height;
                place(2 + i, gap, top + gap + y, column - gap, end - y - gap);
                y = end;
            }
            double width = (getWidth() - column - gap) / 2;
            for (int i = 0; i < 4; i++) {
                double x = column + gap + i % 2 * width;
                double from = top + gap + (i < 2 ? 0 : height / 2);
                place(2 + CARDS.size() + i, x, from, width - gap, height / 2 - gap);
            }
        }

        private void place(int part, double x, double y, double width, double height) {
            getChildren()
                    .get(part)
                    .resizeRelocate(
                            Math.rint(x), Math.rint(y), Math.max(0, Math.rint(width)), Math.max(0, Math.rint(height)));
        }
    }
}
