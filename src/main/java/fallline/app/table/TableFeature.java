package fallline.app.table;

import fallline.app.desk.Desk;
import fallline.app.feature.Feature;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import fallline.app.pane.PlotPane;
import fallline.problem.DataProblem;
import fallline.workbench.Scene;
import java.util.List;

/// Brings the table of the data, beside the fit; it is there while the problem has data.
public final class TableFeature implements Feature {
    private final PlotPane pane;

    public TableFeature(Desk desk) {
        pane = new DataTableController(desk).pane();
        desk.workbench().listen(this::update);
        update(desk.workbench().scene());
    }

    @Override
    public List<PlacedPane> panes() {
        return List.of(new PlacedPane(pane, Place.UPPER_RIGHT));
    }

    private void update(Scene scene) {
        pane.offeredProperty().set(DataProblem.of(scene.experiment().problem()).isPresent());
    }
}
