package fallline.app.recorded;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.experiment.recorded.RecordedTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens tables of steps that were computed elsewhere. It belongs to the FX thread; files are read beside it.
final class RecordedController {
    private static final FileKind TABLE = new FileKind("Steps of a run", List.of("csv", "tsv", "txt"));
    private static final int FIRST_BYTES = 1 << 16;

    private final Desk desk;

    RecordedController(Desk desk) {
        this.desk = desk;
    }

    /// Asks for a file and opens it.
    void onOpen() {
        desk.dialogs().openFile("Open a recorded path", List.of(TABLE)).ifPresent(this::open);
    }

    /// Asks what a table is that looks like the steps of a run; any other is data.
    void offer(Path file, Consumer<Path> asData) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (TABLE.extensions().stream().noneMatch(kind -> name.endsWith("." + kind))) {
            asData.accept(file);
            return;
        }
        desk.files().read(file, "Opening " + file.getFileName(), () -> firstLine(file), line -> {
            if (RecordedTable.looksRecorded(line)) {
                new KindSheet(desk.stage(), file, () -> open(file), () -> asData.accept(file)).open();
            } else {
                asData.accept(file);
            }
        });
    }

    /// Nothing where it cannot be read: whoever opens it says why.
    private static String firstLine(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        } catch (IOException _) {
            return "";
        }
    }

    private void open(Path file) {
        desk.files().read(file, "Opening " + file.getFileName(), () -> RecordedTable.read(file, () -> false), table -> {
            List<String> runs = table.runs();
            if (runs.size() > 1) {
                new RunsSheet(desk.stage(), file, runs, chosen -> take(file, table, chosen)).open();
            } else {
                take(file, table, List.of());
            }
        });
    }

    private record Named(String name, RecordedPath path) {}

    /// @param runs which of the table; none for its only one
    private void take(Path file, RecordedTable table, List<String> runs) {
        List<String> names = desk.workbench().experiment().problem().objective().parameterNames();
        desk.files().read(file, "Opening " + file.getFileName(), () -> paths(file, table, runs, names), this::add);
    }

    /// @throws IllegalArgumentException with a sentence, if a path has some of the parameters only
    private static List<Named> paths(Path file, RecordedTable table, List<String> runs, List<String> parameters) {
        List<Named> paths = new ArrayList<>();
        if (runs.isEmpty()) {
            RecordedPath path = table.path(Optional.empty());
            paths.add(new Named(table.runs().stream().findFirst().orElse(stem(file)), path));
        }
        runs.forEach(run -> paths.add(new Named(run, table.path(Optional.of(run)))));
        for (Named path : paths) {
            try {
                path.path().covers(parameters);
            } catch (IllegalArgumentException e) {
                throw new fallline.data.DataException(String.valueOf(e.getMessage()), e);
            }
        }
        return paths;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isBlank() ? "Recorded" : stem;
    }

    private void add(List<Named> paths) {
        Experiment next = desk.workbench().experiment();
        for (Named path : paths) {
            next = Edits.withAdded(next, new Run(path.name(), path.path()));
        }
        desk.workbench().edit(next);
        desk.workbench()
                .look(desk.workbench().view().withChosen(next.runs().getLast().name()));
    }
}
