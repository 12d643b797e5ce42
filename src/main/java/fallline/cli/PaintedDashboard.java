package fallline.cli;

import fallline.export.PngExport;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.Picture;
import fallline.picture.page.Pictures;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.nio.file.Path;

/// The dashboard as the window exports it: loss, fit, convergence and the step on one page.
public final class PaintedDashboard implements Dashboard {
    private static final int SCALE = 2;

    private final OptimizerCatalogue catalogue;

    public PaintedDashboard(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void write(Scene scene, Path png) {
        View<?> view = Views.DASHBOARD;
        Picture picture = new Pictures(Views.ALL, new Typesetter(), catalogue).page(view);
        PngExport.write(picture.figure(scene), view.page(), Theme.LIGHT, SCALE, png);
    }
}
