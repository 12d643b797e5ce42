package fallline.app.loss;

import fallline.analysis.CriticalPoint;
import fallline.analysis.CriticalPoints;
import fallline.app.controls.Tips;
import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.experiment.view.LossLook.Bounds;
import fallline.number.Numbers;
import fallline.objective.Objective;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/// The points of the view where the gradient vanishes, in a table: a click brings one into the middle, the mouse over
/// a row lights its mark up.
final class CriticalTable {
    private static final double HEAD = 25;
    private static final double ROW = 21;
    private static final int MOST_ROWS = 4;
    private static final int MOST_ROWS_WHERE_NARROW = 2;
    private static final String NONE = "No point of this view has a gradient of 0.";

    private record Sought(Objective objective, Bounds where) {}

    private final TableView<CriticalPoint> table = new TableView<>();
    private final Label placeholder = new Label(NONE);
    private final Asking<Sought, List<CriticalPoint>> asking;

    /// @param narrow whether there is room for few rows only
    CriticalTable(
            Questions questions,
            ObservableBooleanValue narrow,
            Consumer<CriticalPoint> onChosen,
            Consumer<Optional<CriticalPoint>> onPointed) {
        asking = questions.on(
                Lane.ANALYSIS,
                "Looking for critical points",
                sought -> CriticalPoints.of(sought.objective().twin(), sought.where()),
                new Found());
        table.setId("critical-table");
        Tips.onHeads(table);
        table.getStyleClass().add("step-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(placeholder);
        table.getColumns()
                .setAll(List.of(
                        column("kind", 74, point -> point.kind().name().toLowerCase(Locale.ROOT)),
                        column("x", 62, point -> Numbers.brief(tidy(point.x()), 5)),
                        column("y", 62, point -> Numbers.brief(tidy(point.y()), 5)),
                        column("J", 52, point -> Numbers.brief(tidy(point.value()), 4)),
                        column(
                                "eigenvalues",
                                98,
                                point -> Numbers.brief(tidy(point.smallest()), 3) + ", "
                                        + Numbers.brief(tidy(point.largest()), 3))));
        var height = Bindings.createDoubleBinding(
                () -> heightFor(table.getItems().size(), narrow.get()), Bindings.size(table.getItems()), narrow);
        table.minHeightProperty().bind(height);
        table.prefHeightProperty().bind(height);
        table.maxHeightProperty().bind(height);
        table.setRowFactory(_ -> {
            TableRow<CriticalPoint> row = new TableRow<>();
            row.setOnMouseEntered(_ -> onPointed.accept(Optional.ofNullable(row.getItem())));
            row.setOnMouseExited(_ -> onPointed.accept(Optional.empty()));
            row.setOnMouseClicked(_ -> Optional.ofNullable(row.getItem()).ifPresent(onChosen));
            return row;
        });
    }

    private static double heightFor(int points, boolean narrow) {
        return HEAD + ROW * Math.clamp(points, 1, narrow ? MOST_ROWS_WHERE_NARROW : MOST_ROWS);
    }

    /// What is left of rounding is 0.
    private static double tidy(double value) {
        return Math.abs(value) < 1e-12 ? 0 : value;
    }

    private static TableColumn<CriticalPoint, String> column(
            String name, double width, Function<CriticalPoint, String> words) {
        TableColumn<CriticalPoint, String> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> new SimpleStringProperty(words.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    TableView<CriticalPoint> view() {
        return table;
    }

    /// Shows the points of another surface or another part of it.
    void seek(Objective wanted, Bounds where, List<String> names) {
        if (!asking.follow(Optional.of(new Sought(wanted, where)))) {
            return;
        }
        placeholder.setText("Looking for points with a gradient of 0 …");
        table.getColumns().get(1).setText(names.get(0));
        table.getColumns().get(2).setText(names.get(1));
    }

    private final class Found implements Answered<Sought, List<CriticalPoint>> {
        @Override
        public void answered(Sought sought, List<CriticalPoint> found) {
            placeholder.setText(NONE);
            table.getItems().setAll(found);
        }

        @Override
        public void unanswered(Sought sought) {
            placeholder.setText("Nobody looked for points with a gradient of 0 here.");
            table.getItems().clear();
        }
    }
}
