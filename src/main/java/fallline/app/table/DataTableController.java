package fallline.app.table;

import fallline.analysis.question.BatchRows;
import fallline.app.desk.Desk;
import fallline.app.pane.Chip;
import fallline.app.pane.PlotPane;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.data.Column;
import fallline.data.DataEdit;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.number.Numbers;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/// Shows the data as a table, sorts it and changes its cells. Sorting and finding the batch happen in the background.
public final class DataTableController {
    /// Larger data sets are shown, but not edited: every change makes them anew.
    private static final int MOST_EDITED = 20_000;

    private final Desk desk;
    private final Workbench workbench;
    private final DataTable table;
    private final PlotPane pane;
    private final Button delete;
    private final Asking<Wanted, int[]> sorting;
    private final Asking<BatchRows, BitSet> finding;
    private Optional<DataProblem> shown = Optional.empty();

    private record Wanted(Dataset data, RowOrder sorting) {
        int[] places() {
            return sorting.places(data.rows());
        }
    }

    public DataTableController(Desk desk) {
        this.desk = desk;
        workbench = desk.workbench();
        table = new DataTable(this);
        pane = new PlotPane("table", table);
        pane.titleProperty().set("Table");
        delete = Chip.button("delete-row-button", "− row", "Removes the chosen row", this::onDelete);
        pane.tools()
                .addAll(
                        Chip.button(
                                "add-row-button",
                                "+ row",
                                "Adds a copy of the chosen row, or of the last one",
                                this::onAdd),
                        delete);
        sorting = desk.questions()
                .on(Lane.ANALYSIS, "Sorting the table", Wanted::places, (_, places) -> table.order(places));
        finding = desk.questions()
                .on(Lane.ANALYSIS, "Finding the rows of the batch", BatchRows::answer, (_, rows) -> table.mark(rows));
        table.sceneProperty().subscribe((_, _) -> update(workbench.scene()));
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    /// A table that nobody sees is not filled.
    private void update(Scene scene) {
        if (table.getScene() == null) {
            return;
        }
        Problem problem = scene.experiment().problem();
        if (shown.filter(before -> before.problem() == problem).isEmpty()) {
            shown = DataProblem.of(problem);
            sorting.withdraw();
            shown.ifPresent(this::fill);
        }
        finding.follow(shown.flatMap(of -> BatchRows.of(scene, of)));
    }

    private void fill(DataProblem of) {
        boolean editable = of.data().rows() <= MOST_EDITED;
        List<String> roles = of.data().columns().stream()
                .map(Column::name)
                .map(name -> name.equals(of.target()) ? "target" : of.features().contains(name) ? "feature" : "")
                .toList();
        table.show(of.data(), roles, editable);
        pane.tools().forEach(tool -> tool.setDisable(!editable));
        pane.subtitleProperty()
                .set(of.data().name() + ", " + Numbers.whole(of.data().rows()) + " rows"
                        + (editable ? "" : ", too many to be edited here"));
        onSort();
    }

    /// The order of the rows is to be another one.
    void onSort() {
        shown.ifPresent(of -> {
            String name = table.sortedColumn();
            sorting.ask(new Wanted(of.data(), new RowOrder(of.data().find(name), table.isDescending())));
        });
    }

    /// A cell was typed.
    void onCell(int row, String column, String text) {
        edit(of -> () -> DataEdit.withCells(of.data(), row, Map.of(column, text)));
    }

    private void onAdd() {
        Integer chosen = table.getSelectionModel().getSelectedItem();
        edit(of -> () -> {
            int row = chosen == null ? of.data().rows() - 1 : chosen;
            Map<String, String> cells = new LinkedHashMap<>();
            of.data().columns().forEach(column -> cells.put(column.name(), DataEdit.text(column, row)));
            return DataEdit.withRow(of.data(), cells);
        });
    }

    private void onDelete() {
        Integer chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            desk.notices().warn("No row is chosen: click one in the table first.");
        } else {
            edit(of -> () -> DataEdit.withoutRow(of.data(), chosen));
        }
    }

    private void edit(Function<DataProblem, Supplier<Dataset>> change) {
        shown.ifPresent(of -> {
            try {
                Problem next = of.withData(change.apply(of).get());
                if (!next.objective()
                        .parameterNames()
                        .equals(of.problem().objective().parameterNames())) {
                    throw new DataException("This would change the classes that the model tells apart: choose the"
                            + " columns anew for that.");
                }
                workbench.edit(workbench.experiment().withProblem(next));
            } catch (DataException | IllegalArgumentException e) {
                desk.notices().warn(String.valueOf(e.getMessage()));
            }
        });
    }
}
