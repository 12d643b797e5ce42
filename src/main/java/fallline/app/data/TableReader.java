package fallline.app.data;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.work.Lane;
import fallline.data.CsvReader;
import fallline.data.layout.Directions;
import fallline.file.share.ShareCode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;

/// Reads tables beside the window's work: files, and what a spreadsheet copied. What goes wrong is said in one
/// sentence. It belongs to the FX thread.
final class TableReader {
    /// The kind of file that tables come in.
    static final FileKind CSV = new FileKind(
            "Table of data (CSV, text, Excel)",
            List.of("csv", "tsv", "txt", "xlsx", "tab", "dat", "data", "arff", "md", "gz"));

    private static final String PASTED = "Pasted table";

    private final Desk desk;
    private final Consumer<ReadTable> onTable;
    private final Consumer<String> onCode;

    /// @param onTable gets each table on the FX thread
    /// @param onCode gets a share code that is in the clipboard instead
    TableReader(Desk desk, Consumer<ReadTable> onTable, Consumer<String> onCode) {
        this.desk = desk;
        this.onTable = onTable;
        this.onCode = onCode;
    }

    /// Asks for a file and reads it.
    void onOpenFile() {
        desk.dialogs().openFile("Open a table of data", List.of(CSV)).ifPresent(this::open);
    }

    /// Reads a file.
    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        read(name, (progress, cancelled) -> {
            byte[] bytes = CsvReader.bytes(file, cancelled);
            return ReadTable.of(
                    (directions, share, stop) -> CsvReader.read(file, bytes, directions, share, stop),
                    Directions.NONE,
                    progress,
                    cancelled);
        });
    }

    /// Reads the table that is in the clipboard, or the first file that was copied there; a share code is opened.
    void onPaste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles() && !clipboard.getFiles().isEmpty()) {
            open(clipboard.getFiles().getFirst().toPath());
        } else if (clipboard.hasString()) {
            String text = clipboard.getString();
            if (ShareCode.is(text)) {
                onCode.accept(text);
            } else {
                paste(text);
            }
        } else {
            desk.notices().warn("There is no table in the clipboard: copy some cells of a spreadsheet first.");
        }
    }

    /// Reads lines of a CSV, or cells as a spreadsheet copies them.
    private void paste(String text) {
        read(
                PASTED,
                (progress, cancelled) -> ReadTable.of(
                        (directions, share, stop) -> CsvReader.parse(PASTED, text, directions, share, stop),
                        Directions.NONE,
                        progress,
                        cancelled));
    }

    private void read(String name, ReadingJob.Reading reading) {
        ProgressSheet[] progress = new ProgressSheet[1];
        ReadingJob job = new ReadingJob(name, reading, desk.questions().own(), news -> {
            progress[0].show(news.share());
            if (news.isLast()) {
                progress[0].end();
            }
            news.failure().ifPresent(desk.notices()::warn);
            news.table().ifPresent(onTable);
        });
        progress[0] = new ProgressSheet(desk.stage(), "Reading " + name, () -> {
            job.cancel();
            progress[0].end();
        });
        progress[0].start();
        job.start(desk.questions().lane(Lane.FILES, "Reading " + name));
    }
}
