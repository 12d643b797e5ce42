package fallline.app.step;

import fallline.app.Desk;
import fallline.app.Dialogs.FileKind;
import fallline.app.FigureView;
import fallline.app.PlotPane;
import fallline.app.Screens;
import fallline.experiment.RunRecord;
import fallline.experiment.RunTask;
import fallline.experiment.Scene;
import fallline.experiment.Trace;
import fallline.experiment.Workbench;
import fallline.figure.compose.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Shows the step at the playhead in numbers, and all steps as a table.
public final class StepController {
    private static final int MOST_COPIED = 100_000;
    private static final FileKind CSV = new FileKind("Table", List.of("csv"));

    private final Desk desk;
    private final Workbench workbench;
    private final FigureView view;
    private final PlotPane pane;
    private final PlotPane tablePane;
    private final StepRows rows;
    private final StepTable table;
    private final ParameterChooser chooser = new ParameterChooser(this::onParameter);
    private final Map<Integer, Picture> pictures = new HashMap<>();
    private int parameter;

    /// @param moveTo moves the playhead by hand
    public StepController(Desk desk, IntConsumer moveTo) {
        this.desk = desk;
        workbench = desk.workbench();
        view = Screens.view(desk, "step-figure");
        pane = new PlotPane("step", view);
        pane.tools().add(chooser);
        rows = new StepRows(desk.background(), Platform::runLater, this::onRowsRead);
        table = new StepTable(rows, moveTo);
        tablePane = new PlotPane("steps", table);
        tablePane.titleProperty().set("Steps");
        tablePane
                .tools()
                .addAll(
                        button("steps-copy", "Copy", "Copy all steps, for a spreadsheet", this::onCopy),
                        button("steps-csv", "CSV…", "Save all steps as a table", this::onSave));
        table.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                fillTable(workbench.scene());
            }
        });
        workbench.listen(this::update);
        update(workbench.scene());
    }

    private static Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The step at the playhead.
    public PlotPane pane() {
        return pane;
    }

    /// All steps.
    public PlotPane tablePane() {
        return tablePane;
    }

    private void update(Scene scene) {
        List<String> names = scene.experiment().problem().objective().parameterNames();
        parameter = Math.min(parameter, names.size() - 1);
        chooser.offer(names, parameter);
        Picture picture = pictures.computeIfAbsent(parameter, desk.pictures().step()::apply);
        Screens.show(picture, scene, view, pane);
        tablePane.subtitleProperty().set(scene.chosen().name());
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
    }

    private void onRowsRead() {
        table.refresh();
    }

    private void onParameter(int place) {
        parameter = place;
        update(workbench.scene());
    }

    private void onCopy() {
        Scene scene = workbench.scene();
        String run = scene.chosen().name();
        scene.record(run).flatMap(RunRecord::traced).ifPresent(task -> scene.trace(run)
                .ifPresent(trace -> {
                    if (trace.length() > MOST_COPIED) {
                        desk.notices().warn("These are too many steps for the clipboard: save them as CSV.");
                    } else {
                        desk.background().execute(() -> copy(task, trace));
                    }
                }));
    }

    private void copy(RunTask task, Trace trace) {
        StringBuilder text = new StringBuilder();
        StepsText.write(task, trace, '\t', text);
        Platform.runLater(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.toString()));
            desk.notices().tell(trace.length() + " rows copied");
        });
    }

    private void onSave() {
        Scene scene = workbench.scene();
        String run = scene.chosen().name();
        scene.record(run).flatMap(RunRecord::traced).ifPresent(task -> scene.trace(run)
                .ifPresent(trace -> desk.dialogs()
                        .saveFile("Save all steps", run + ".csv", List.of(CSV))
                        .ifPresent(path -> desk.background().execute(() -> save(task, trace, path)))));
    }

    /// Writes beside the file and then moves, so that a file is whole or not there.
    private void save(RunTask task, Trace trace, Path path) {
        String sentence;
        boolean saved = false;
        try {
            Path directory = path.toAbsolutePath().getParent();
            Path draft = Files.createTempFile(directory, ".steps", ".csv");
            try (Writer out = Files.newBufferedWriter(draft)) {
                StepsText.write(task, trace, ',', out);
            }
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            sentence = "Saved as " + path.getFileName();
            saved = true;
        } catch (IOException | UncheckedIOException e) {
            sentence = path + " could not be written: choose another folder.";
        }
        String told = sentence;
        if (saved) {
            Platform.runLater(() -> desk.notices().tell(told));
        } else {
            Platform.runLater(() -> desk.notices().warn(told));
        }
    }
}
