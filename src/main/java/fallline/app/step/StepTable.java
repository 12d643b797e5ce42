package fallline.app.step;

import fallline.analysis.question.StepRow;
import fallline.app.controls.Quietly;
import fallline.app.controls.Tips;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableListBase;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/// One row a step; only the rows that can be seen are read.
final class StepTable extends TableView<Integer> {
    private static final int MOST_PARAMETERS = 12;
    private static final int FEWEST_DIGITS = 7;

    /// The whole numbers from 0 on.
    private static final class Count extends ObservableListBase<Integer> {
        private final int size;

        Count(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    /// The row of the step that is pointed at.
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final StepRows rows;
    private final Consumer<OptionalInt> hover;
    private final IntSupplier digits;
    private final List<TableRow<Integer>> lines = new ArrayList<>();
    private OptionalInt pointed = OptionalInt.empty();
    private List<String> names = List.of();
    private final Quietly quietly = new Quietly();

    /// @param moveTo called with the step that was clicked
    /// @param hover called with the step that the mouse is on, or with none
    /// @param digits how many the user likes; seven are shown at least
    StepTable(StepRows rows, IntConsumer moveTo, Consumer<OptionalInt> hover, IntSupplier digits) {
        this.digits = digits;
        this.rows = rows;
        this.hover = hover;
        setId("steps-table");
        Tips.onHeads(this);
        getStyleClass().add("step-table");
        setPlaceholder(new Label("No steps yet"));
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        setMinSize(0, 0);
        setRowFactory(_ -> line());
        getSelectionModel().selectedItemProperty().subscribe(step -> {
            if (!quietly.isQuiet() && step != null) {
                moveTo.accept(step);
            }
        });
    }

    /// Shows a run of so many rows.
    void show(List<String> parameters, int length) {
        quietly.run(() -> {
            if (!names.equals(parameters)) {
                names = List.copyOf(parameters);
                columns();
            }
            if (getItems().size() != length) {
                setItems(new Count(length));
            }
        });
        refresh();
    }

    /// Marks the row of a step and brings it into view.
    void mark(int step) {
        if (step >= getItems().size() || getSelectionModel().getSelectedIndex() == step) {
            return;
        }
        quietly.run(() -> {
            getSelectionModel().clearAndSelect(step);
            scrollTo(Math.max(0, step - 2));
        });
    }

    private TableRow<Integer> line() {
        TableRow<Integer> line = new TableRow<>();
        line.setOnMouseEntered(_ -> {
            if (line.getItem() != null) {
                hover.accept(OptionalInt.of(line.getItem()));
            }
        });
        line.setOnMouseExited(_ -> hover.accept(OptionalInt.empty()));
        line.itemProperty().subscribe(_ -> light(line));
        lines.add(line);
        return line;
    }

    /// Lights the row of a step up; the table does not move for it.
    void light(OptionalInt step) {
        pointed = step;
        lines.forEach(this::light);
    }

    private void light(TableRow<Integer> line) {
        boolean lit = line.getItem() != null && pointed.equals(OptionalInt.of(line.getItem()));
        line.pseudoClassStateChanged(POINTED, lit);
    }

    private void columns() {
        getColumns().clear();
        TableColumn<Integer, String> step = new TableColumn<>("step");
        step.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Numbers.whole(cell.getValue())));
        add(step, 64);
        int shown = Math.min(names.size(), MOST_PARAMETERS);
        for (int i = 0; i < shown; i++) {
            int place = i;
            add(number(names.get(i), row -> row.theta()[place]), 96);
        }
        for (int i = 0; i < shown; i++) {
            int place = i;
            add(number("∂J/∂" + names.get(i), row -> row.gradient()[place]), 96);
        }
        add(number("J", StepRow::loss), 96);
        add(number("rate", StepRow::rate), 84);
    }

    private void add(TableColumn<Integer, String> column, double width) {
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add("number-column");
        getColumns().add(column);
    }

    /// Nothing where nothing is known.
    private String text(StepRow row, double value, String head) {
        boolean blank = Double.isNaN(value) && (head.equals("rate") || !row.known());
        return blank ? "" : Numbers.brief(value, Math.max(FEWEST_DIGITS, digits.getAsInt()));
    }

    private TableColumn<Integer, String> number(String head, ToDoubleFunction<StepRow> of) {
        TableColumn<Integer, String> column = new TableColumn<>(head);
        column.setCellValueFactory(cell -> {
            Optional<StepRow> row = rows.row(cell.getValue());
            return new ReadOnlyStringWrapper(
                    row.map(known -> text(known, of.applyAsDouble(known), head)).orElse("…"));
        });
        return column;
    }
}
