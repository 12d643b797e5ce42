package fallline.cli;

import fallline.experiment.Scene;
import fallline.figure.Figure;
import fallline.figure.Size;
import fallline.figure.Theme;
import fallline.figure.Typesetter;
import fallline.figure.compose.ConvergencePicture;
import fallline.figure.compose.DashboardPicture;
import fallline.figure.compose.FitPicture;
import fallline.figure.compose.LossPicture;
import fallline.figure.compose.StepPicture;
import fallline.file.SafeFile;
import fallline.optimizer.OptimizerCatalogue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// The dashboard as the window exports it: loss, fit, convergence and the step on one page.
public final class PaintedDashboard implements Dashboard {
    private static final Size PAGE = new Size(1400, 900);
    private static final int SCALE = 2;

    private final OptimizerCatalogue catalogue;

    public PaintedDashboard(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void write(Scene scene, Path png) throws IOException {
        var page = new DashboardPicture(
                List.of(
                        new LossPicture(),
                        new FitPicture(),
                        new ConvergencePicture(),
                        new StepPicture(new Typesetter(), 0)),
                catalogue);
        Figure figure = page.figure(scene);
        int width = (int) (PAGE.width() * SCALE);
        int height = (int) (PAGE.height() * SCALE);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(SCALE, SCALE);
        figure.paint(g, PAGE, Theme.LIGHT);
        g.dispose();
        SafeFile.write(png, out -> ImageIO.write(image, "png", out));
    }
}
