package fallline.app.tune;

import fallline.analysis.tune.RateFinder;
import fallline.analysis.tune.RateFinding;
import fallline.analysis.tune.RateSearch;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.curves.CurveSheet;
import fallline.app.desk.Desk;
import fallline.app.export.Printing;
import fallline.app.form.FormRows;
import fallline.app.paint.FigureView;
import fallline.app.pane.Screens;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.edit.Edits;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.picture.tune.RateFindingPage;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The sheet of the learning-rate finder: J against the rate that is swept up over one run, and the rates that look
/// good. It belongs to the FX thread; the run is made beside it.
final class FinderSheet {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 330;
    private static final int DIGITS = 3;

    private final Desk desk;
    private final TuneFiles files;
    private final FigureView view;
    private final Label sentence = new Label();
    private final Button steepest;
    private final Button tenth;
    private final Button picture;
    private final SimpleStringProperty objection = new SimpleStringProperty("");
    private final Asking<RateSearch, RateFinding> finding;
    private final Sheet sheet;
    private RateSearch search;

    /// @param search what the sheet begins with
    FinderSheet(Desk desk, Printing printing, RateSearch search) {
        this.desk = desk;
        this.search = search;
        files = new TuneFiles(desk, printing);
        finding = desk.questions()
                .on(Lane.ANALYSIS, "Looking for a learning rate", RateFinder::find, (_, found) -> show(found));
        view = Screens.view(desk, "finder-figure");
        view.setPrefSize(WIDTH, HEIGHT);
        view.setMinSize(WIDTH, HEIGHT);
        Label title = new Label("Find a learning rate for " + search.run().name());
        title.setId("finder-title");
        title.getStyleClass().add("about-title");
        sentence.setId("finder-sentence");
        sentence.getStyleClass().add("note");
        sentence.setWrapText(true);
        sentence.setMaxWidth(WIDTH);
        sentence.setMinHeight(Label.USE_PREF_SIZE);
        steepest = Sheet.button("finder-steepest", "Steepest", () -> {});
        tenth = Sheet.button("finder-tenth", "A tenth of the least", () -> {});
        picture = Sheet.button("finder-picture", "Picture…", () -> {});
        Button close = Sheet.button("finder-close", "Close", this::close);
        Button table = Sheet.button("finder-curve", "Table…", () -> CurveSheet.open(desk, view));
        table.disableProperty().bind(picture.disableProperty());
        HBox buttons = new HBox(picture, table, Rows.space(), close, tenth, steepest);
        buttons.getStyleClass().add("sheet-buttons");
        steepest.getStyleClass().add("accent");
        ErrorLine wrong = new ErrorLine(objection);
        wrong.setId("finder-objection");
        sheet = new Sheet(desk.stage(), "finder-sheet", this::close, title, rows(), view, sentence, wrong, buttons);
    }

    private FormRows rows() {
        FormRows rows = new FormRows();
        rows.add(
                "Rates from",
                "The rate rises by the same factor at every step.",
                Rows.called(
                        FormRows.number("finder-from", search.from(), from -> look(from, search.to(), search.steps())),
                        "Least learning rate"),
                FormRows.words("to"),
                Rows.called(
                        FormRows.number("finder-to", search.to(), to -> look(search.from(), to, search.steps())),
                        "Largest learning rate"),
                FormRows.words("over"),
                Rows.called(
                        FormRows.whole(
                                "finder-steps", search.steps(), steps -> look(search.from(), search.to(), (int) steps)),
                        "Steps"),
                FormRows.words("steps"));
        return rows;
    }

    void open() {
        sheet.open();
        ask();
    }

    private void close() {
        finding.withdraw();
        sheet.close();
    }

    private void look(double from, double to, int steps) {
        search = new RateSearch(search.experiment(), search.run(), search.optimizer(), from, to, steps);
        ask();
    }

    private void ask() {
        steepest.setDisable(true);
        tenth.setDisable(true);
        picture.setDisable(true);
        finding.ask(search);
    }

    private void show(RateFinding found) {
        boolean nothing = found.rates().length == 0;
        objection.set(nothing ? "J is not finite at the start, or after the first step: take another start." : "");
        sentence.setText(RateFindingPage.sentence(found)
                + (search.drawsLots()
                        ? " Batches are those of the run; the suggestions follow the smoothed curve."
                        : " The suggestions follow J itself."));
        if (!nothing) {
            view.describe(() -> RateFindingPage.sentence(found) + RateFindingPage.suggestions(found));
            view.show(() -> RateFindingPage.figure(found));
        }
        found.steepest().ifPresent(rate -> offer(steepest, "steepest", rate));
        found.tenth().ifPresent(rate -> offer(tenth, "least / 10", rate));
        if (found.steepest().isEmpty() && !nothing) {
            objection.set("J falls at none of these rates: begin lower, or take another start.");
        }
        picture.setDisable(nothing);
        picture.setOnAction(
                _ -> files.picture("learning-rates", RateFindingPage.TITLE, () -> RateFindingPage.page(found)));
    }

    private void offer(Button button, String name, double rate) {
        button.setText("Take " + Numbers.brief(rate, DIGITS) + " (" + name + ")");
        button.setDisable(false);
        button.setOnAction(_ -> take(rate));
    }

    /// One edit of the run, from its first step on; a run that is gone meanwhile is left alone.
    private void take(double rate) {
        Experiment now = desk.workbench().experiment();
        String run = search.run().name();
        if (now.indexOf(run) >= 0) {
            desk.workbench()
                    .edit(Edits.withHyperparameter(now, run, Hyperparameter.LEARNING_RATE, HyperValue.of(rate), 0));
        }
        close();
    }
}
