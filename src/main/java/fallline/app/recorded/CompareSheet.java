package fallline.app.recorded;

import fallline.analysis.compare.CompareQuestion;
import fallline.analysis.compare.Comparison;
import fallline.analysis.compare.Gap;
import fallline.analysis.compare.Tolerance;
import fallline.app.controls.Segments;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Run;
import fallline.experiment.judge.Digits;
import fallline.experiment.view.ViewState;
import fallline.number.Numbers;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says where two runs part: a sentence, the numbers, and the way there.
final class CompareSheet {
    private static final double WIDTH = 620;

    private final Desk desk;
    private final ComboBox<String> one = new ComboBox<>();
    private final ComboBox<String> other = new ComboBox<>();
    private final Segments tolerances;
    private final Label sentence = new Label();
    private final GridPane table = new GridPane();
    private final Button jump = new Button("To that step");
    private final Asking<CompareQuestion, Comparison> asking;
    private final Sheet sheet;
    private Tolerance tolerance = Tolerance.USUAL;
    private Optional<Integer> parting = Optional.empty();

    CompareSheet(Desk desk) {
        this.desk = desk;
        tolerances = new Segments(
                List.of(Tolerance.values()).stream().map(this::button).toList());
        asking = desk.questions().on(Lane.ANALYSIS, "Comparing the runs", CompareQuestion::answer, this::show);
        sheet = new Sheet(desk.stage(), "compare-sheet", this::close, content());
        offer();
        tolerances.show(List.of(Tolerance.values()).indexOf(tolerance));
        one.valueProperty().subscribe((_, _) -> ask());
        other.valueProperty().subscribe((_, _) -> ask());
    }

    private ToggleButton button(Tolerance choice) {
        ToggleButton button = new ToggleButton(choice.words());
        button.setId("compare-" + choice.name().toLowerCase(java.util.Locale.ROOT));
        button.setOnAction(_ -> {
            tolerance = choice;
            ask();
        });
        return button;
    }

    private VBox content() {
        Label title = new Label("Compare runs");
        title.getStyleClass().add("card-title");
        one.setAccessibleText("One run");
        other.setAccessibleText("The other run");
        one.setId("compare-one");
        other.setId("compare-other");
        HBox names = new HBox(10, one, new Label("with"), other);
        names.setAlignment(Pos.CENTER_LEFT);
        sentence.setId("compare-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        table.setId("compare-table");
        table.setHgap(16);
        table.setVgap(4);
        jump.setId("compare-jump");
        jump.getStyleClass().addAll("tool", "big");
        jump.setOnAction(_ -> parting.ifPresent(step -> {
            close();
            ViewState view = desk.workbench().view();
            desk.workbench().look(view.withChosen(one.getValue()).withPlayhead(step));
        }));
        Button end = Sheet.button("compare-close", "Close", this::close);
        end.setDefaultButton(true);
        HBox buttons = new HBox(jump, end);
        buttons.getStyleClass().add("sheet-buttons");
        VBox content = new VBox(12, title, names, tolerances, sentence, table, buttons);
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        return content;
    }

    /// The chosen run, with the one after it.
    private void offer() {
        Scene scene = desk.workbench().scene();
        List<String> names = scene.experiment().runs().stream().map(Run::name).toList();
        one.getItems().setAll(names);
        other.getItems().setAll(names);
        int chosen = scene.experiment().indexOf(scene.chosen().name());
        one.setValue(names.get(chosen));
        other.setValue(names.get((chosen + 1) % names.size()));
    }

    private void ask() {
        parting = Optional.empty();
        jump.setDisable(true);
        table.getChildren().clear();
        Optional<RunRecord.Path> first = path(one.getValue());
        Optional<RunRecord.Path> second = path(other.getValue());
        if (one.getValue().equals(other.getValue())) {
            asking.withdraw();
            sentence.setText("Choose two different runs.");
        } else if (first.isEmpty() || second.isEmpty()) {
            asking.withdraw();
            sentence.setText((first.isEmpty() ? one : other).getValue() + " has no steps to compare yet.");
        } else {
            sentence.setText("Comparing …");
            asking.ask(new CompareQuestion(one.getValue(), first.get(), other.getValue(), second.get(), tolerance));
        }
    }

    private Optional<RunRecord.Path> path(String name) {
        return desk.workbench()
                .scene()
                .record(name)
                .flatMap(RunRecord::path)
                .filter(path -> path.trace().length() > 0);
    }

    private void show(CompareQuestion question, Comparison answer) {
        sentence.setText(answer.sentence());
        parting = answer.parting();
        jump.setDisable(parting.isEmpty());
        jump.setText(parting.map(step -> "To step " + Digits.whole(step)).orElse("To that step"));
        table.getChildren().clear();
        table.getColumnConstraints().clear();
        if (answer.gaps().isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("", question.one(), question.other(), "ulp apart", "relative"));
        answer.gaps().forEach(gap -> lines.add(line(gap)));
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < 5; column++) {
                table.add(cell(lines.get(row).get(column), row == 0), column, row);
            }
        }
        for (int column = 0; column < 5; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            table.getColumnConstraints().add(constraints);
        }
    }

    private static Label cell(String text, boolean head) {
        Label label = new Label(text);
        label.getStyleClass().add(head ? "caption" : "number");
        return label;
    }

    private static List<String> line(Gap gap) {
        return List.of(
                gap.quantity(),
                Numbers.exact(gap.one()),
                Numbers.exact(gap.other()),
                gap.ulps() < 0
                        ? "–"
                        : gap.ulps() < 1_000_000 ? Digits.whole(gap.ulps()) : Digits.three((double) gap.ulps()),
                Digits.three(gap.relative()));
    }

    private void close() {
        asking.withdraw();
        sheet.close();
    }

    void open() {
        sheet.open();
        ask();
    }
}
