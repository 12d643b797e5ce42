package fallline.app.step;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.desk.Pointing;
import fallline.app.pane.Chip;
import fallline.app.pane.PlotPane;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.export.TraceCsv;
import fallline.io.SafeFile;
import fallline.number.Numbers;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Shows all steps of the chosen run as a table, copies and saves it.
public final class StepsController {
    private static final int MOST_COPIED = 100_000;
    private static final FileKind CSV = new FileKind("Table", List.of("csv"));

    private final Desk desk;
    private final Workbench workbench;
    private final Pointing pointing;
    private final PlotPane pane;
    private final StepRows rows;
    private final StepTable table;
    private final Asking<Steps, String> copying;

    private record Steps(String run, RunTask task, Trace trace) {}

    /// @param moveTo moves the playhead by hand
    public StepsController(Desk desk, Pointing pointing, IntConsumer moveTo) {
        this.desk = desk;
        this.pointing = pointing;
        workbench = desk.workbench();
        rows = new StepRows(desk.questions(), this::onRowsRead);
        copying = desk.questions().on(Lane.ANALYSIS, "Copying the steps", StepsController::text, this::onCopied);
        table = new StepTable(
                rows, moveTo, this::onHover, () -> workbench.view().step().digits());
        pointing.stepProperty().subscribe((_, _) -> light(workbench.scene()));
        pane = new PlotPane("steps", table);
        pane.titleProperty().set("Steps");
        pane.tools()
                .addAll(
                        Chip.button(
                                "steps-copy", "Copy", "Copy all steps, for a spreadsheet", () -> withRun(this::copy)),
                        Chip.button("steps-csv", "CSV…", "Save all steps as a table", () -> withRun(this::save)));
        table.sceneProperty().subscribe((_, _) -> update(workbench.scene()));
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    /// A table that nobody sees is not filled.
    private void update(Scene scene) {
        String mark = scene.chosen().recorded().isPresent() ? ", recorded" : "";
        pane.subtitleProperty().set(scene.chosen().name() + mark);
        if (table.getScene() != null) {
            fillTable(scene);
        }
    }

    private void fillTable(Scene scene) {
        String run = scene.chosen().name();
        RunTask task = scene.record(run).flatMap(RunRecord::traced).orElse(null);
        Trace trace = scene.trace(run).orElse(null);
        if (task == null || trace == null) {
            table.show(scene.experiment().problem().objective().parameterNames(), 0);
            return;
        }
        rows.follow(task, trace);
        table.show(task.objective().parameterNames(), trace.length());
        table.mark(scene.shownStep(trace));
        light(scene);
    }

    private void onHover(OptionalInt step) {
        Scene scene = workbench.scene();
        pointing.pointAt(scene, scene.chosen().name(), step);
    }

    private void light(Scene scene) {
        table.light(pointing.stepOf(scene, scene.chosen().name()));
    }

    private void onRowsRead() {
        table.refresh();
    }

    private void withRun(BiConsumer<RunTask, Trace> action) {
        Scene scene = workbench.scene();
        String run = scene.chosen().name();
        RunTask task = scene.record(run).flatMap(RunRecord::traced).orElse(null);
        Trace trace = scene.trace(run).orElse(null);
        if (task != null && trace != null) {
            action.accept(task, trace);
        }
    }

    private void copy(RunTask task, Trace trace) {
        String run = workbench.scene().chosen().name();
        if (trace.length() > MOST_COPIED) {
            desk.notices().warn("These are too many steps for the clipboard: save them as CSV.");
            return;
        }
        copying.ask(new Steps(run, task, trace));
    }

    private void onCopied(Steps steps, String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        desk.notices().tell(Numbers.whole(steps.trace().length()) + " rows copied");
    }

    private void save(RunTask task, Trace trace) {
        String run = workbench.scene().chosen().name();
        desk.dialogs().saveFile("Save all steps", run + ".csv", List.of(CSV)).ifPresent(path -> desk.files()
                .run(
                        path,
                        "Saving " + path.getFileName(),
                        () -> write(new Steps(run, task, trace), path),
                        desk.notices()::tell));
    }

    /// @return what the user is told
    private static String write(Steps steps, Path path) {
        SafeFile.write(path, out -> write(steps, ',', out));
        return "Saved as " + path.getFileName();
    }

    private static String text(Steps steps) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(steps, '\t', bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(Steps steps, char separator, OutputStream out) throws IOException {
        TraceCsv csv = new TraceCsv(out, separator);
        csv.heading(steps.task().objective().parameterNames());
        csv.add(steps.run(), steps.task(), steps.trace());
        csv.flush();
    }
}
