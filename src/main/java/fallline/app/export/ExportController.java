package fallline.app.export;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.desk.PictureActions;
import fallline.app.paint.Pixels;
import fallline.experiment.Experiment;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.expr.print.PythonDialect;
import fallline.figure.paint.Theme;
import fallline.picture.Picture;
import fallline.picture.page.View;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Writes pictures of the views and the traces of the runs. It belongs to the FX thread; figures are composed on the
/// painter's thread and written in the background.
public final class ExportController implements PictureActions {
    private static final double USUAL_SCALE = 2;
    private static final FileKind CSV = new FileKind("Table (CSV)", List.of("csv"));
    private static final FileKind PYTHON = new FileKind("Python", List.of("py"));

    private final Desk desk;
    private final Printing printing;
    private final Executor fx = Platform::runLater;
    private final ExportMenu menu;

    public ExportController(Desk desk, Printing printing) {
        this.desk = desk;
        this.printing = printing;
        menu = new ExportMenu(this, desk.pictures().views());
    }

    /// The button with the menu.
    public Node menu() {
        return menu;
    }

    /// Shows the menu.
    public void onExport() {
        menu.show();
    }

    @Override
    public void save(View<?> view) {
        List<FileKind> kinds =
                PictureFormats.ALL.stream().map(ExportController::kind).toList();
        PictureFormat usual = PictureFormats.ALL.getFirst();
        desk.dialogs()
                .saveFile("Save the picture", fileName(view, usual), kinds)
                .ifPresent(file -> write(view, PictureFormats.of(file).orElse(usual), USUAL_SCALE, file));
    }

    private static FileKind kind(PictureFormat format) {
        return new FileKind(format.name() + " (" + format.word() + ")", List.of(format.ending()));
    }

    @Override
    public void copy(View<?> view) {
        compose(view, page -> {
            BufferedImage image = printing.pixels(page, USUAL_SCALE);
            fx.execute(() -> {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, Pixels.image(image)));
                desk.notices().tell("The picture is on the clipboard.");
            });
        });
    }

    /// Asks for a file and writes the picture in a form.
    void onExport(View<?> view, PictureFormat format, double scale) {
        desk.dialogs()
                .saveFile("Export as " + format.word(), fileName(view, format), List.of(kind(format)))
                .ifPresent(file -> write(view, format, scale, file));
    }

    /// Asks for a file and writes the steps of all runs.
    void onTraces() {
        Scene scene = desk.workbench().scene();
        desk.dialogs().saveFile("Export the steps", "trace.csv", List.of(CSV)).ifPresent(file -> desk.background()
                .execute(() -> attempt(file, () -> printing.traces(scene, file))));
    }

    /// Asks for a file and writes the experiment as a Python script.
    void onPython(PythonDialect dialect) {
        Experiment experiment = desk.workbench().experiment();
        desk.dialogs()
                .saveFile("Export as Python", "experiment_" + dialect.word() + ".py", List.of(PYTHON))
                .ifPresent(file -> desk.background()
                        .execute(() -> attempt(file, () -> printing.python(experiment, dialect, file))));
    }

    private String fileName(View<?> view, PictureFormat format) {
        return baseName(view) + "." + format.ending();
    }

    private String baseName(View<?> view) {
        if (view.whole()) {
            return view.id();
        }
        String title = desk.pictures().of(view).title(desk.workbench().scene()).toLowerCase(Locale.ROOT);
        String name = title.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "picture" : name;
    }

    private void write(View<?> view, PictureFormat format, double scale, Path file) {
        compose(view, page -> attempt(file, () -> printing.write(format, page, scale, file)));
    }

    private void compose(View<?> view, Consumer<Page> next) {
        Scene scene = desk.workbench().scene();
        Theme theme = desk.appearance().theme();
        Picture printed = desk.pictures().page(view);
        desk.painter().execute(() -> {
            try {
                Page page = new Page(printed.figure(scene), view.page(), theme, printed.title(scene));
                desk.background().execute(() -> next.accept(page));
            } catch (RuntimeException e) {
                fx.execute(() -> desk.notices().warn(sentence(e)));
            }
        });
    }

    private void attempt(Path file, Runnable writing) {
        Optional<String> failure;
        try {
            writing.run();
            failure = Optional.empty();
        } catch (RuntimeException e) {
            failure = Optional.of(sentence(e));
        } catch (OutOfMemoryError _) {
            failure = Optional.of("There is not enough memory for so large a picture: choose a smaller scale.");
        }
        Optional<String> said = failure;
        fx.execute(() ->
                said.ifPresentOrElse(desk.notices()::warn, () -> desk.notices().tell("Written to " + file + ".")));
    }

    private static String sentence(RuntimeException e) {
        return e.getMessage() == null ? "The picture could not be made: " + e + "." : e.getMessage();
    }
}
