package fallline.app.share;

import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.share.ShareCode;
import fallline.number.Numbers;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Copies the experiment as a share code, and opens such codes. It belongs to the FX thread; codes are made and read
/// beside it.
public final class ShareController {
    private static final int MOST_WARNINGS = 3;

    private final Desk desk;
    private final BiConsumer<Experiment, ViewState> show;
    private final Asking<Shown, ShareCode.Written> writing;
    private final Asking<String, OpenedExperiment> reading;

    private record Shown(Experiment experiment, ViewState view) {}

    /// @param show opens an experiment that has no file
    public ShareController(Desk desk, OptimizerCatalogue catalogue, BiConsumer<Experiment, ViewState> show) {
        this.desk = desk;
        this.show = show;
        ShareCode codes = new ShareCode(catalogue);
        writing = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Making the share code",
                        (Shown shown) -> codes.write(shown.experiment(), shown.view()),
                        (_, written) -> copy(written));
        reading = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Opening the share code",
                        (String code) -> codes.read(code, Path.of("")),
                        (_, opened) -> show(opened));
    }

    /// Puts the code of what is on the screen on the clipboard.
    void onCopy() {
        writing.ask(new Shown(desk.workbench().experiment(), desk.workbench().view()));
    }

    private void copy(ShareCode.Written written) {
        ClipboardContent content = new ClipboardContent();
        content.putString(written.text());
        Clipboard.getSystemClipboard().setContent(content);
        String copied =
                "The share code is copied, " + Numbers.whole(written.text().length()) + " characters";
        desk.notices()
                .tell(written.needed()
                        .map(table -> copied + "; " + table + " is too large for it and is needed besides.")
                        .orElse(copied + ": paste it into a message, or into another Fall Line."));
    }

    /// Opens a code; what is wrong with it is said in one sentence, and everything stays as it is.
    public void open(String code) {
        reading.ask(code);
    }

    private void show(OpenedExperiment opened) {
        Experiment experiment = opened.experiment();
        show.accept(experiment, opened.view().orElseGet(() -> ViewState.initial(experiment)));
        opened.warnings().stream().limit(MOST_WARNINGS).forEach(desk.notices()::warn);
    }
}
