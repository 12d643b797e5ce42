package fallline.app.data;

import fallline.app.controls.Chooser;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.Rows;
import fallline.app.controls.Segments;
import fallline.app.controls.Sheet;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.data.Dataset;
import fallline.data.Gaps;
import fallline.data.layout.Decision;
import fallline.data.layout.Directions;
import fallline.data.read.Finding;
import fallline.number.Numbers;
import fallline.problem.ColumnPlan;
import fallline.problem.ColumnPlan.Candidate;
import fallline.problem.Families;
import fallline.problem.ModelFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The dialog in which columns are chosen: the first rows, what was wrong with the file and what to do about it, the
/// model, and the pickers.
final class ColumnSheet {
    private static final int MESSAGES = 3;
    private static final List<ModelFamily> KINDS = Families.MODELS;
    private static final List<Gaps> RULES = List.of(Gaps.STOP, Gaps.SKIP, Gaps.FILL);

    private final Segments kinds;
    private final Segments rules;
    private final Label consequence = Rows.caption("");
    private final VBox gaps = new VBox(6);
    private final Chooser<String> target = new Chooser<>("target", Term.TARGET, name -> name);
    private final FlowPane features = new FlowPane(10, 6);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final Button use = new Button("Use these columns");
    private final Label size = new Label();
    private final VBox preview = new VBox(8);
    private final Optional<HowRead> how;
    private final Sheet sheet;
    private final Rereading rereading;
    private ColumnPlan plan;

    /// @param onUse gets the plan; it answers by [#refuse] or [#close]
    ColumnSheet(Desk desk, ReadTable table, Consumer<ColumnPlan> onUse) {
        plan = table.plan();
        how = table.read().map(read -> new HowRead(read, next -> reread(read.source(), next)));
        rereading = new Rereading(desk.questions(), plan.data().name(), this::show, error::set);
        kinds = new Segments(KINDS.stream().map(this::kindButton).toList());
        rules = new Segments(RULES.stream().map(this::ruleButton).toList());
        sheet = new Sheet(desk.stage(), "column-sheet", this::close, content());
        target.onChosen(name -> set(plan.withTarget(name)));
        use.setOnAction(_ -> {
            use.setDisable(true); // much data take a moment
            onUse.accept(plan);
        });
        preview(table);
        show();
    }

    private void reread(ReadTable.Source source, Directions directions) {
        use.setDisable(true); // until the table is there as it is wanted
        rereading.start(source, directions);
    }

    /// Shows the table as it is read now.
    private void show(ReadTable table) {
        plan = plan.withData(table.plan().data());
        table.read().ifPresent(read -> how.ifPresent(view -> view.show(read)));
        preview(table);
        show();
    }

    private void preview(ReadTable table) {
        Dataset data = plan.data();
        size.setText(Numbers.whole(data.rows()) + " rows, " + data.columns().size() + " columns");
        preview.getChildren()
                .setAll(
                        new ColumnTable(plan),
                        doubts(table.read().map(read -> read.reading().doubts()).orElse(List.of())),
                        messages(table.problems(), table.problemCount()));
    }

    /// The first sentences on what could be read otherwise.
    private static VBox doubts(List<Decision> doubts) {
        VBox box = new VBox(1);
        box.setId("reading-doubts");
        box.managedProperty().bind(box.visibleProperty());
        box.setVisible(!doubts.isEmpty());
        doubts.stream().limit(MESSAGES).forEach(doubt -> box.getChildren().add(note(doubt.sentence())));
        if (doubts.size() > MESSAGES) {
            box.getChildren().add(note("… and " + (doubts.size() - MESSAGES) + " more, under How it was read."));
        }
        return box;
    }

    private ToggleButton kindButton(ModelFamily kind) {
        ToggleButton button = new ToggleButton(kind.title());
        button.setId("kind-" + kind.word().replace("-regression", ""));
        button.setOnAction(_ -> set(plan.withFamily(kind)));
        return button;
    }

    private ToggleButton ruleButton(Gaps rule) {
        ToggleButton button = new ToggleButton(
                switch (rule) {
                    case STOP -> "Stop: refuse such columns";
                    case SKIP -> "Skip those rows";
                    case FILL -> "Fill with the mean";
                });
        button.setId("gaps-" + rule.word());
        Tips.on(
                button,
                switch (rule) {
                    case STOP -> Term.GAPS_STOP;
                    case SKIP -> Term.GAPS_SKIP;
                    case FILL -> Term.GAPS_FILL;
                });
        button.setOnAction(_ -> set(plan.withGaps(rule)));
        return button;
    }

    private VBox content() {
        Label title = new Label(plan.data().name());
        title.getStyleClass().add("card-title");
        size.getStyleClass().add("card-subtitle");
        HBox header = new HBox(8, title, size);
        header.getStyleClass().add("line");
        consequence.setId("gaps-consequence");
        consequence.setWrapText(true);
        gaps.setId("gaps");
        gaps.getChildren().setAll(Rows.caption("Rows with gaps", Term.GAPS), rules, consequence);
        gaps.managedProperty().bind(gaps.visibleProperty());
        HBox targetLine = new HBox(10, Rows.caption("Predict (target)", Term.TARGET), target);
        targetLine.getStyleClass().add("line");
        ErrorLine errorLine = new ErrorLine(error.getReadOnlyProperty());
        errorLine.setId("column-error");
        VBox content = new VBox(
                header,
                preview,
                gaps,
                Rows.caption("Model", Term.PROBLEM),
                kinds,
                targetLine,
                Rows.caption("From (features)", Term.FEATURES),
                featureList(),
                errorLine,
                buttons());
        how.ifPresent(view -> content.getChildren().add(2, view.node()));
        content.getStyleClass().add("column-sheet");
        return content;
    }

    private Node featureList() {
        features.setId("features");
        ScrollPane scroll = new ScrollPane(features);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        scroll.setMaxHeight(96);
        scroll.setMinHeight(30);
        return scroll;
    }

    private Node buttons() {
        use.setId("use-columns");
        use.getStyleClass().addAll("tool", "big", "accent");
        use.setDefaultButton(true);
        Button cancel = Sheet.button("cancel-columns", "Cancel", this::close);
        return Rows.line(new Label(), cancel, use);
    }

    /// The first sentences of what was wrong, and how many more there are.
    private static VBox messages(List<Finding> problems, long count) {
        VBox box = new VBox(1);
        box.setId("column-problems");
        box.managedProperty().bind(box.visibleProperty());
        box.setVisible(!problems.isEmpty());
        int told = count == MESSAGES + 1 ? MESSAGES + 1 : Math.min(MESSAGES, problems.size());
        for (Finding problem : problems.subList(0, told)) {
            box.getChildren().add(note(problem.sentence()));
        }
        if (count > told) {
            box.getChildren().add(note("… and " + Numbers.whole(count - told) + " more like these."));
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

    private void set(ColumnPlan next) {
        plan = next;
        show();
    }

    private void show() {
        kinds.show(KINDS.indexOf(plan.family()));
        rules.show(RULES.indexOf(plan.data().gaps()));
        gaps.setVisible(plan.hasGaps());
        consequence.setText(plan.hasGaps() ? plan.consequence() : "");
        target.offer(plan.targetCandidates().stream()
                .filter(Candidate::fits)
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

    /// A box in a pane of its own: a disabled control has no tip, the pane has.
    private Node box(Candidate candidate, int index) {
        String reason = candidate.reason().map(why -> " (" + why + ")").orElse("");
        CheckBox box = new CheckBox(candidate.name() + reason);
        box.setId("feature-" + index);
        box.setMnemonicParsing(false);
        box.setSelected(plan.features().contains(candidate.name()));
        box.setDisable(!candidate.fits());
        box.setOnAction(_ -> set(plan.withToggled(candidate.name())));
        StackPane pane = new StackPane(box);
        return candidate.fits() ? pane : Tips.on(pane, candidate.sentence());
    }

    /// Shows the dialog.
    void open() {
        sheet.open();
    }

    /// Says why no model can be made of the plan.
    void refuse(String sentence) {
        error.set(sentence);
        use.setDisable(false);
    }

    void close() {
        rereading.cancel();
        sheet.close();
    }
}
