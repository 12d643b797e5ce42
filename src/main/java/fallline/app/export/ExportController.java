package fallline.app.export;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.desk.PictureActions;
import fallline.app.paint.Pixels;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.export.python.CodeTarget;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.picture.Picture;
import fallline.picture.page.View;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Writes pictures of the views and the traces of the runs. It belongs to the FX thread; figures are composed on the
/// painter's thread and written in the background.
public final class ExportController implements PictureActions {
    private static final double USUAL_SCALE = 2;
    private static final FileKind CSV = new FileKind("Table (CSV)", List.of("csv"));
    private static final FileKind JSON = new FileKind("Steps (JSON)", List.of("json"));

    private final Desk desk;
    private final Printing printing;
    private final Asking<Order, Page> composing;
    private final Asking<Page, BufferedImage> copying;
    private final ExportMenu menu;

    public ExportController(Desk desk, Printing printing) {
        this.desk = desk;
        this.printing = printing;
        copying = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Copying the picture",
                        (Page page) -> printing.pixels(page, USUAL_SCALE),
                        (_, image) -> onCopied(image));
        composing = desk.questions()
                .on(Lane.PAINTING, "Composing the picture", Order::page, (_, page) -> copying.ask(page));
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
        composing.ask(order(view));
    }

    private void onCopied(BufferedImage image) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, Pixels.image(image)));
        desk.notices().tell("The picture is on the clipboard.");
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
        desk.dialogs()
                .saveFile("Export the steps", "trace.csv", List.of(CSV, JSON))
                .ifPresent(file -> write(file, () -> printing.traces(scene, file)));
    }

    /// Asks for a file and writes the experiment, or the chosen run, as code.
    void onCode(CodeTarget code) {
        Experiment experiment = desk.workbench().experiment();
        Run run = experiment.runOrFirst(desk.workbench().scene().view().runs().chosen());
        FileKind kind = new FileKind(code.title(), List.of(code.ending()));
        String name = "experiment_" + code.word().replace('-', '_') + "." + code.ending();
        desk.dialogs()
                .saveFile("Export as code", name, List.of(kind))
                .ifPresent(file -> write(file, () -> printing.code(experiment, run, code, file)));
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

    /// A picture that is wanted; it is composed on the painter's thread.
    private record Order(Picture picture, Scene scene, Size size, Theme theme) {
        Page page() {
            return new Page(picture.figure(scene), size, theme, picture.title(scene));
        }
    }

    private Order order(View<?> view) {
        return new Order(
                desk.pictures().page(view),
                desk.workbench().scene(),
                view.page(),
                desk.appearance().theme());
    }

    private void write(View<?> view, PictureFormat format, double scale, Path file) {
        Order order = order(view);
        desk.files()
                .run(
                        file,
                        doing(file),
                        desk.painter(),
                        order::page,
                        page -> {
                            printing.write(format, page, scale, file);
                            return file;
                        },
                        this::onWritten);
    }

    private void write(Path file, Runnable writing) {
        desk.files()
                .run(
                        file,
                        doing(file),
                        () -> {
                            writing.run();
                            return file;
                        },
                        this::onWritten);
    }

    private static String doing(Path file) {
        return "Writing " + file.getFileName();
    }

    private void onWritten(Path file) {
        desk.notices().tell("Written to " + file + ".");
    }
}
