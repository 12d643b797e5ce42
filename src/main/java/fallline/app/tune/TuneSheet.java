package fallline.app.tune;

import fallline.analysis.tune.TuneProgress;
import fallline.analysis.tune.TuneResult;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.curves.CurveSheet;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.export.Printing;
import fallline.app.paint.FigureView;
import fallline.app.pane.Screens;
import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.export.TuneCsv;
import fallline.export.python.CodeTarget;
import fallline.number.Numbers;
import fallline.optimizer.Optimizer;
import fallline.picture.tune.SensitivityPage;
import fallline.workbench.Mailbox;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sheet of fair tuning: the form at first, then how far it is, then the winners with what can be done with them.
/// It belongs to the FX thread; the trials are made beside it.
final class TuneSheet {
    private static final double WIDTH = 720;
    private static final double FIGURE = 290;
    private static final FileKind CSV = new FileKind("Table (CSV)", List.of("csv"));
    private static final FileKind PYTHON = new FileKind("Python (NumPy)", List.of("py"));
    private static final String FAIR = "Everyone gets the same number of trials and the same budget: quasi-random"
            + " settings over the ranges that its rule declares, then refined near the best. What counts is J at the"
            + " end; a run that diverges loses. Where chance has a part, the best three are judged again on five"
            + " streams of random numbers, and the median counts.";

    private final Desk desk;
    private final Printing printing;
    private final TuneFiles files;
    private final TuneForm form;
    private final VBox body = new VBox(10);
    private final HBox buttons = new HBox();
    private final Label total = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label how = new Label();
    private final SimpleStringProperty objection = new SimpleStringProperty("");
    private final Asking<TuneWish, TuneAnswer> tuning;
    private final Mailbox<TuneProgress> news;
    private final Sheet sheet;
    private final Button start;
    private long begun;

    /// @param offered all that can take part
    /// @param wish what the form begins with
    TuneSheet(Desk desk, Printing printing, List<Optimizer> offered, TuneWish wish) {
        this.desk = desk;
        this.printing = printing;
        files = new TuneFiles(desk, printing);
        news = new Mailbox<>(desk.questions().own(), (_, newer) -> newer, this::onProgress);
        tuning = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Tuning",
                        (wanted, cancelled) -> TuneAnswer.of(wanted, cancelled, news::post),
                        new Answered<>() {
                            @Override
                            public void answered(TuneWish question, TuneAnswer answer) {
                                onAnswer(answer);
                            }

                            @Override
                            public void unanswered(TuneWish question) {
                                showForm();
                            }
                        });
        form = new TuneForm(offered, wish, this::onChange);
        start = Sheet.button("tune-start", "Tune and race", this::onStart);
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        Label title = new Label("Tune fairly and race");
        title.setId("tune-title");
        title.getStyleClass().add("about-title");
        total.setId("tune-total");
        bar.setId("tune-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        how.setId("tune-progress");
        List.of(total, how).forEach(label -> label.getStyleClass().add("note"));
        buttons.getStyleClass().add("sheet-buttons");
        ErrorLine wrong = new ErrorLine(objection);
        wrong.setId("tune-objection");
        wrong.setMaxWidth(WIDTH);
        body.setId("tune-body");
        sheet = new Sheet(desk.stage(), "tune-sheet", this::close, title, body, wrong, buttons);
        onChange(wish);
        showForm();
    }

    void open() {
        sheet.open();
    }

    private void close() {
        tuning.withdraw();
        sheet.close();
    }

    private Button closer() {
        return Sheet.button("tune-close", "Close", this::close);
    }

    private static Label paragraph(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("note");
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private void onChange(TuneWish wish) {
        objection.set("");
        total.setText(wish.words());
        start.setDisable(wish.optimizers().isEmpty());
    }

    private void showForm() {
        body.getChildren().setAll(paragraph(FAIR), form.node(), total);
        buttons.getChildren().setAll(closer(), start);
        keep(start);
    }

    /// What had the keyboard is gone; it stays in the sheet.
    private void keep(Node next) {
        if (sheet.isOpen()) {
            next.requestFocus();
        }
    }

    private void onStart() {
        begun = System.nanoTime();
        objection.set("");
        bar.setProgress(0);
        how.setText("Beginning …");
        body.getChildren().setAll(paragraph(form.wish().words()), bar, how);
        bar.setPrefWidth(WIDTH);
        Button cancel = Sheet.button("tune-cancel", "Cancel", tuning::cancel);
        buttons.getChildren().setAll(cancel);
        keep(cancel);
        tuning.ask(form.wish());
    }

    private void onProgress(TuneProgress progress) {
        if (tuning.waits()) {
            bar.setProgress((double) progress.done() / progress.all());
            how.setText(words(progress, System.nanoTime() - begun));
        }
    }

    /// `Adam: run 40 of 149, about 12 s left`.
    static String words(TuneProgress progress, long nanos) {
        long left = Math.round(nanos / 1e9 / progress.done() * (progress.all() - progress.done()));
        return progress.optimizer() + ": run " + Numbers.whole(progress.done()) + " of " + Numbers.whole(progress.all())
                + ", about " + Numbers.whole(left) + " s left";
    }

    private void onAnswer(TuneAnswer answer) {
        switch (answer) {
            case TuneAnswer.Done done -> show(done.result());
            case TuneAnswer.Refused refused -> {
                showForm();
                objection.set(refused.sentence());
            }
            case TuneAnswer.Cancelled _ -> showForm();
        }
    }

    private void show(TuneResult result) {
        Experiment experiment = desk.workbench().experiment();
        FigureView view = Screens.view(desk, "tune-figure");
        view.setPrefSize(WIDTH, FIGURE);
        view.setMinSize(WIDTH, FIGURE);
        view.describe(() -> SensitivityPage.summary(result));
        view.show(() -> SensitivityPage.figure(result, experiment));
        Label caption = new Label(SensitivityPage.TITLE + ": other settings as they are");
        caption.getStyleClass().add("caption");
        body.getChildren().setAll(paragraph(spent(result)), TuneTable.of(result), caption, view);
        Button add = Sheet.button("tune-add", "Add the tuned runs", () -> {
            desk.workbench().edit(result.added(desk.workbench().experiment()));
            close();
        });
        add.getStyleClass().add("accent");
        add.setDefaultButton(true);
        Optional<Experiment> race = result.race(experiment);
        add.setDisable(race.isEmpty());
        Button csv = Sheet.button(
                "tune-csv",
                "Trials…",
                () -> files.file("Save all trials", "trials.csv", CSV, target -> TuneCsv.write(result, target)));
        Button python = Sheet.button(
                "tune-python",
                "Python…",
                () -> race.ifPresent(tuned -> files.file(
                        "Save the race as code",
                        "race.py",
                        PYTHON,
                        target -> printing.code(tuned, tuned.runs().getFirst(), CodeTarget.NUMPY, target))));
        python.setDisable(race.isEmpty());
        Button table = Sheet.button("tune-curves", "Table…", () -> CurveSheet.open(desk, view));
        Node picture = Sheet.button(
                "tune-picture",
                "Picture…",
                () -> files.picture(
                        "sensitivity", SensitivityPage.TITLE, () -> SensitivityPage.page(result, experiment)));
        buttons.getChildren()
                .setAll(
                        csv,
                        python,
                        picture,
                        table,
                        Rows.space(),
                        Sheet.button("tune-again", "Change", this::showForm),
                        closer(),
                        add);
        keep(race.isPresent() ? add : csv);
    }

    private static String spent(TuneResult result) {
        boolean lots = result.all().stream().anyMatch(tuned -> tuned.ends().length > 1);
        long evaluations =
                result.all().stream().mapToLong(tuned -> tuned.spent()).sum();
        return Numbers.whole(result.order().trials()) + " trials each, "
                + Numbers.whole(evaluations) + " evaluations in all. "
                + (lots ? "Where chance has a part, J at the end is the median of five streams." : "");
    }
}
