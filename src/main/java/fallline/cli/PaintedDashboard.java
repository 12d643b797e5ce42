package fallline.cli;

import fallline.export.PngExport;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.Picture;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.fit.FitPicture;
import fallline.picture.loss.LossPicture;
import fallline.picture.page.DashboardPicture;
import fallline.picture.step.StepPicture;
import fallline.workbench.Scene;
import java.nio.file.Path;
import java.util.List;

/// The dashboard as the window exports it: loss, fit, convergence and the step on one page.
public final class PaintedDashboard implements Dashboard {
    private static final Size PAGE = new Size(1400, 900);
    private static final int SCALE = 2;

    private final OptimizerCatalogue catalogue;

    public PaintedDashboard(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void write(Scene scene, Path png) {
        PngExport.write(page(catalogue).figure(scene), PAGE, Theme.LIGHT, SCALE, png);
    }

    /// All views on one page.
    static Picture page(OptimizerCatalogue catalogue) {
        return new DashboardPicture(
                List.of(
                        new LossPicture(),
                        new FitPicture(),
                        new ConvergencePicture(),
                        new StepPicture(new Typesetter(), 0)),
                catalogue);
    }
}
