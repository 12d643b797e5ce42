package fallline.app.race;

import fallline.analysis.repeat.Repeats;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Run;
import fallline.experiment.view.RaceLook;
import fallline.export.FinishTable;
import fallline.export.FinishTable.Column;
import fallline.export.FinishTable.Line;
import fallline.objective.Goal;
import fallline.workbench.Scene;
import fallline.workbench.Subscription;
import fallline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the runs took to reach a target that is typed here, as a table over the window that follows the runs.
final class FinishSheet {
    private static final double WIDTH = 790;
    private static final double HEIGHT = 250;

    private final Desk desk;
    private final Workbench workbench;
    private final TableView<Line> lines = new TableView<>();
    private final Label name = Rows.caption("J − J* <");
    private final NumberField target = NumberField.of(this::onTarget);
    private final Label note = new Label();
    private final Label shares = new Label();
    private final RepeatsModel repeats;
    private final Asking<Scene, FinishTable> asking;
    private final Sheet sheet;
    private final Subscription listening;
    private final Subscription hearing;
    private Optional<FinishTable> shown = Optional.empty();

    FinishSheet(Desk desk, RepeatsModel repeats) {
        this.desk = desk;
        this.repeats = repeats;
        workbench = desk.workbench();
        asking = desk.questions()
                .following(Lane.ANALYSIS, "Comparing the runs", FinishTable::of, (_, table) -> show(table));
        compose();
        sheet = new Sheet(desk.stage(), "finish-sheet", this::close, content());
        listening = workbench.listen(asking::ask);
        hearing = repeats.listen(this::showShares);
        showShares();
    }

    private void compose() {
        target.setId("finish-target");
        Rows.name(name, target);
        name.setId("finish-target-name");
        shares.setId("finish-shares");
        shares.getStyleClass().add("note");
        shares.setWrapText(true);
        shares.setMinHeight(Region.USE_PREF_SIZE);
        shares.managedProperty().bind(shares.textProperty().isNotEmpty());
        note.setId("finish-note");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        lines.setId("finish-table");
        lines.setAccessibleText("Finish table");
        lines.getStyleClass().addAll("step-table", "curve-table");
        lines.setPrefSize(WIDTH, HEIGHT);
        lines.setMinHeight(120);
        lines.setPlaceholder(new Label("No run is shown"));
        for (Column column : Column.values()) {
            lines.getColumns().add(column(column));
        }
        lines.setSortPolicy(_ -> {
            sort();
            return true;
        });
    }

    private static TableColumn<Line, String> column(Column of) {
        TableColumn<Line, String> column = new TableColumn<>(FinishCells.heading(of));
        column.setId("finish-" + of.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        column.setUserData(of);
        column.setReorderable(false);
        column.setPrefWidth(FinishCells.width(of));
        if (FinishCells.isNumber(of)) {
            column.getStyleClass().add("number-column");
        } else {
            column.getStyleClass().add("words-column");
        }
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(FinishCells.text(of, cell.getValue())));
        return column;
    }

    private VBox content() {
        Label title = new Label("Finish table");
        title.getStyleClass().add("about-title");
        HBox wanted = new HBox(8, Rows.caption("Target:"), name, target);
        wanted.setAlignment(Pos.CENTER_LEFT);
        Button close = Sheet.button("finish-close", "Close", this::close);
        HBox buttons = new HBox(
                copy("finish-copy", "Copy", "The table is on the clipboard.", FinishTable::text),
                copy("finish-csv", "Copy as CSV", "The table is on the clipboard, as CSV.", FinishTable::csv),
                copy("finish-latex", "Copy as LaTeX", "The table is on the clipboard, as LaTeX.", FinishTable::latex),
                Rows.space(),
                close);
        buttons.getStyleClass().add("sheet-buttons");
        VBox content = new VBox(10, title, wanted, new ErrorLine(target.errorProperty()), lines, shares, note, buttons);
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        return content;
    }

    /// A button that copies the table as it is sorted.
    private Button copy(String id, String words, String told, Function<FinishTable, String> form) {
        return Sheet.button(id, words, () -> shown.map(this::sorted).map(form).ifPresent(text -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            desk.notices().tell(told);
        }));
    }

    /// @throws IllegalArgumentException with a sentence, if nothing can be below it
    private void onTarget(double number) {
        boolean known = shown.map(table -> table.target().best().isPresent()).orElse(true);
        if (known && !(number > 0)) {
            throw new IllegalArgumentException("ε must be above 0, such as 1e-6");
        }
        workbench.look(workbench
                .view()
                .withRace(race -> known ? race.withEpsilon(number) : race.withLoss(OptionalDouble.of(number))));
    }

    private void show(FinishTable table) {
        shown = Optional.of(table);
        boolean known = table.target().best().isPresent();
        boolean least = table.target().goal() == Goal.MINIMISE;
        RaceLook race = workbench.view().race();
        name.setText(known ? (least ? "J − J* <" : "J* − J <") : least ? "J <" : "J >");
        target.setNumber(known ? race.epsilon() : race.loss().orElse(Double.NaN));
        note.setText(sentence(known, table.target().isSet()));
        sort();
        showShares();
    }

    /// A line for each run that is repeated: how many of its repeats ended how.
    private void showShares() {
        Map<String, Repeats> known = repeats.known(workbench.scene());
        List<String> told = new ArrayList<>();
        for (Run run : workbench.scene().shownRuns()) {
            Optional.ofNullable(known.get(run.name()))
                    .ifPresent(of -> told.add(RepeatWords.line(run.name(), of, repeats.isStopped())));
        }
        shares.setText(String.join("\n", told));
    }

    private static String sentence(boolean known, boolean set) {
        String first = known
                ? ""
                : set
                        ? "J* is not known here, so the target is a J. "
                        : "J* is not known here: type the J that is to be reached. ";
        return first
                + "Counted is the first step at which the target is reached; a run may leave it again. Gradients and "
                + "values are evaluations up to there: of ∇J (with J), and of J alone.";
    }

    private FinishTable sorted(FinishTable table) {
        if (lines.getSortOrder().isEmpty()) {
            return table;
        }
        TableColumn<Line, ?> first = lines.getSortOrder().getFirst();
        return table.sorted((Column) first.getUserData(), first.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void sort() {
        shown.map(this::sorted).ifPresent(table -> {
            if (!table.lines().equals(lines.getItems())) {
                lines.getItems().setAll(table.lines());
            }
        });
    }

    private void close() {
        listening.cancel();
        hearing.cancel();
        asking.withdraw();
        sheet.close();
    }

    void open() {
        asking.ask(workbench.scene());
        sheet.open();
        lines.requestFocus();
    }
}
