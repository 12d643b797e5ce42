package fallline.app.data;

import fallline.app.controls.Chooser;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberText;
import fallline.app.controls.Rows;
import fallline.app.controls.Segments;
import fallline.app.controls.Sheet;
import fallline.app.controls.Term;
import fallline.app.problem.ProblemKind;
import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.Dataset;
import fallline.data.Problem;
import fallline.objective.DesignMatrix.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The dialog in which columns are chosen: the first rows, what was wrong with the file, and the pickers.
final class ColumnSheet {
    private static final int ROWS = 6;
    private static final int COLUMNS = 40;
    private static final int MESSAGES = 3;

    private final Consumer<ColumnPlan> onUse;
    private final ToggleButton linear = new ToggleButton("Linear regression");
    private final ToggleButton logistic = new ToggleButton("Logistic regression");
    private final Segments kinds = new Segments(List.of(linear, logistic));
    private final Chooser<String> target = new Chooser<>("target", Term.TARGET, name -> name);
    private final FlowPane features = new FlowPane(10, 6);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final Button use = new Button("Use these columns");
    private final Sheet sheet;
    private ColumnPlan plan;

    /// @param problems what reading found, with places
    /// @param problemCount how many there were in all
    /// @param onUse gets the plan; it answers by [#refuse] or [#close]
    ColumnSheet(Stage stage, ColumnPlan first, List<Problem> problems, long problemCount, Consumer<ColumnPlan> onUse) {
        this.onUse = onUse;
        plan = first;
        sheet = new Sheet(stage, "column-sheet", this::close, content(first.data(), problems, problemCount));
        listen();
        show();
    }

    private VBox content(Dataset data, List<Problem> problems, long problemCount) {
        Label title = new Label(data.name());
        title.getStyleClass().add("card-title");
        Label size = new Label(data.rows() + " rows, " + data.columns().size() + " columns");
        size.getStyleClass().add("card-subtitle");
        HBox header = new HBox(8, title, size);
        header.getStyleClass().add("line");
        linear.setId("kind-linear");
        logistic.setId("kind-logistic");
        use.setId("use-columns");
        use.getStyleClass().addAll("tool", "big", "accent");
        use.setDefaultButton(true);
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-columns");
        cancel.getStyleClass().addAll("tool", "big");
        cancel.setOnAction(_ -> close());
        ScrollPane featureScroll = new ScrollPane(features);
        featureScroll.setFitToWidth(true);
        featureScroll.getStyleClass().add("card-scroll");
        featureScroll.setMaxHeight(110);
        features.setId("features");
        ErrorLine errorLine = new ErrorLine(error.getReadOnlyProperty());
        errorLine.setId("column-error");
        VBox content = new VBox(header, table(data), messages(problems, problemCount));
        HBox targetLine = new HBox(10, Rows.caption("Predict (target)", Term.TARGET), target);
        targetLine.getStyleClass().add("line");
        content.getChildren()
                .addAll(
                        kinds,
                        targetLine,
                        Rows.caption("From (features)", Term.FEATURES),
                        featureScroll,
                        errorLine,
                        Rows.line(new Label(), cancel, use));
        content.getStyleClass().add("column-sheet");
        return content;
    }

    private static TableView<Integer> table(Dataset data) {
        TableView<Integer> table = new TableView<>();
        table.setId("first-rows");
        table.getStyleClass().add("step-table");
        for (Column column :
                data.columns().subList(0, Math.min(COLUMNS, data.columns().size()))) {
            TableColumn<Integer, String> shown = new TableColumn<>(column.name());
            shown.setSortable(false);
            shown.setReorderable(false);
            shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(column, cell.getValue())));
            table.getColumns().add(shown);
        }
        table.getItems()
                .setAll(IntStream.range(0, Math.min(ROWS, data.rows())).boxed().toList());
        table.setPrefHeight(30 + 25.0 * Math.min(ROWS, data.rows()) + 12);
        table.setMinHeight(120);
        table.setFocusTraversable(false);
        return table;
    }

    private static String text(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers ->
                Double.isNaN(numbers.values()[row]) ? "–" : NumberText.brief(numbers.values()[row], 7);
            case TextColumn words -> words.values().get(row);
        };
    }

    /// The first sentences of what was wrong, and how many more there are.
    private static VBox messages(List<Problem> problems, long count) {
        VBox box = new VBox(1);
        box.setId("column-problems");
        box.managedProperty().bind(box.visibleProperty());
        box.setVisible(!problems.isEmpty());
        for (Problem problem : problems.subList(0, Math.min(MESSAGES, problems.size()))) {
            box.getChildren().add(note(problem.sentence()));
        }
        if (count > MESSAGES) {
            box.getChildren().add(note("… and " + (count - MESSAGES) + " more like these."));
        }
        return box;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().addAll("note", "verdict-doubtful");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        return note;
    }

    private void listen() {
        linear.setOnAction(_ -> set(plan.withKind(ProblemKind.LINEAR)));
        logistic.setOnAction(_ -> set(plan.withKind(ProblemKind.LOGISTIC)));
        target.onChosen(name -> set(plan.withTarget(name)));
        use.setOnAction(_ -> onUse.accept(plan));
    }

    private void set(ColumnPlan next) {
        plan = next;
        show();
    }

    private void show() {
        kinds.show(plan.kind() == ProblemKind.LINEAR ? 0 : 1);
        target.offer(plan.targetCandidates().stream()
                .filter(candidate -> candidate.reason().isEmpty())
                .map(Candidate::name)
                .toList());
        plan.target().ifPresent(target::show);
        List<Candidate> candidates = plan.featureCandidates();
        features.getChildren().clear();
        for (int i = 0; i < candidates.size(); i++) {
            features.getChildren().add(box(candidates.get(i), i));
        }
        Optional<String> objection = plan.objection();
        error.set(objection.orElse(""));
        use.setDisable(objection.isPresent());
    }

    private CheckBox box(Candidate candidate, int index) {
        String reason = candidate.reason().map(why -> " (" + why + ")").orElse("");
        CheckBox box = new CheckBox(candidate.name() + reason);
        box.setId("feature-" + index);
        box.setMnemonicParsing(false);
        box.setSelected(plan.features().contains(candidate.name()));
        box.setDisable(candidate.reason().isPresent());
        box.setOnAction(_ -> set(plan.withToggled(candidate.name())));
        return box;
    }

    /// Shows the dialog.
    void open() {
        sheet.open();
    }

    /// Says why no model can be made of the plan.
    void refuse(String sentence) {
        error.set(sentence);
    }

    void close() {
        sheet.close();
    }
}
