package fallline.app;

import fallline.experiment.Experiment;
import fallline.figure.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Takes a picture of the window, with or without a display: `Portrait light 1600x1000 out.png`.
final class Portrait {
    private Portrait() {}

    static void main(String[] args) throws InterruptedException {
        String[] size = args[1].split("x", -1);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            Experiment experiment = switch (args.length > 3 ? args[3] : "") {
                case "square" -> Trial.square();
                case "four" -> Trial.four();
                case "bowl" -> Trial.bowl();
                default -> Trial.valley();
            };
            AppContext context = Trial.context(experiment);
            FallLineWindow window = new FallLineWindow(stage, context);
            stage.setWidth(Integer.parseInt(size[0]));
            stage.setHeight(Integer.parseInt(size[1]));
            window.show();
            window.desk().appearance().choose(args[0].equals("dark") ? Theme.DARK : Theme.LIGHT);
            window.workbench().look(window.workbench().view().withPlayhead(24));
            whenPainted(stage, () -> {
                save(stage.getScene().snapshot(null), Path.of(args[2]));
                window.close();
                done.countDown();
            });
        });
        done.await();
        Platform.exit();
    }

    /// Runs `then` when every figure on the screen is painted.
    private static void whenPainted(Stage stage, Runnable then) {
        new AnimationTimer() {
            private int calm;

            @Override
            public void handle(long now) {
                boolean painted = stage.getScene().getRoot().lookupAll(".figure-view").stream()
                        .map(FigureView.class::cast)
                        .filter(Node::isVisible)
                        .allMatch(FigureView::upToDate);
                calm = painted ? calm + 1 : 0;
                if (calm > 20) {
                    stop();
                    Platform.runLater(then);
                }
            }
        }.start();
    }

    private static void save(WritableImage image, Path path) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
