package fallline.app.export;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.desk.PictureActions;
import fallline.app.paint.Pixels;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.expr.print.PythonDialect;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.picture.Picture;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Writes pictures of the views and the traces of the runs. It belongs to the FX thread; figures are composed on the
/// painter's thread and written in the background.
public final class ExportController implements PictureActions {
    private static final Size PAGE = new Size(900, 640);
    private static final Size DASHBOARD = new Size(1400, 900);
    private static final double USUAL_SCALE = 2;
    private static final FileKind PNG = new FileKind("Picture (PNG)", List.of("png"));
    private static final FileKind SVG = new FileKind("Vector graphic (SVG)", List.of("svg"));
    private static final FileKind PDF = new FileKind("Page (PDF)", List.of("pdf"));
    private static final FileKind CSV = new FileKind("Table (CSV)", List.of("csv"));
    private static final FileKind PYTHON = new FileKind("Python", List.of("py"));

    private final Desk desk;
    private final Printing printing;
    private final Picture dashboard;
    private final UnaryOperator<Picture> page;
    private final Asking<Order, Print> composing;
    private final Asking<Print, BufferedImage> copying;
    private final ExportMenu menu;

    /// @param dashboard all views on one page
    /// @param page puts a view on a page with title, runs, rates and seed
    public ExportController(Desk desk, Printing printing, Picture dashboard, UnaryOperator<Picture> page) {
        this.desk = desk;
        this.printing = printing;
        this.dashboard = dashboard;
        this.page = page;
        copying = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Copying the picture",
                        (Print print) -> printing.pixels(print.figure(), print.size(), print.theme(), USUAL_SCALE),
                        (_, image) -> onCopied(image));
        composing = desk.questions()
                .on(Lane.PAINTING, "Composing the picture", Order::print, (_, print) -> copying.ask(print));
        menu = new ExportMenu(this, desk.pictures(), dashboard);
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
    public void save(Picture picture) {
        desk.dialogs()
                .saveFile("Save the picture", fileName(picture) + ".png", List.of(PNG, SVG, PDF))
                .ifPresent(file -> write(picture, file, print -> print(print, file)));
    }

    /// Prints in the form that the file's name ends in.
    private void print(Print print, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            printing.svg(print.figure(), print.size(), print.theme(), print.title(), file);
        } else if (name.endsWith(".pdf")) {
            printing.pdf(print.figure(), print.size(), print.theme(), print.title(), file);
        } else {
            printing.png(print.figure(), print.size(), print.theme(), USUAL_SCALE, file);
        }
    }

    @Override
    public void copy(Picture picture) {
        composing.ask(order(picture));
    }

    private void onCopied(BufferedImage image) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, Pixels.image(image)));
        desk.notices().tell("The picture is on the clipboard.");
    }

    /// Asks for a file and writes the picture as PNG.
    void onPng(Picture picture, int scale) {
        desk.dialogs()
                .saveFile("Export as PNG", fileName(picture) + ".png", List.of(PNG))
                .ifPresent(file -> write(
                        picture,
                        file,
                        print -> printing.png(print.figure(), print.size(), print.theme(), scale, file)));
    }

    /// Asks for a file and writes the picture as SVG.
    void onSvg(Picture picture) {
        desk.dialogs()
                .saveFile("Export as SVG", fileName(picture) + ".svg", List.of(SVG))
                .ifPresent(file -> write(
                        picture,
                        file,
                        print -> printing.svg(print.figure(), print.size(), print.theme(), print.title(), file)));
    }

    /// Asks for a file and writes the picture as PDF.
    void onPdf(Picture picture) {
        desk.dialogs()
                .saveFile("Export as PDF", fileName(picture) + ".pdf", List.of(PDF))
                .ifPresent(file -> write(
                        picture,
                        file,
                        print -> printing.pdf(print.figure(), print.size(), print.theme(), print.title(), file)));
    }

    /// Asks for a file and writes the steps of all runs.
    void onTraces() {
        Scene scene = desk.workbench().scene();
        desk.dialogs()
                .saveFile("Export the steps", "trace.csv", List.of(CSV))
                .ifPresent(file -> write(file, () -> printing.traces(scene, file)));
    }

    /// Asks for a file and writes the experiment as a Python script.
    void onPython(PythonDialect dialect) {
        Experiment experiment = desk.workbench().experiment();
        desk.dialogs()
                .saveFile("Export as Python", "experiment_" + dialect.word() + ".py", List.of(PYTHON))
                .ifPresent(file -> write(file, () -> printing.python(experiment, dialect, file)));
    }

    private String fileName(Picture picture) {
        if (picture == dashboard) {
            return "dashboard";
        }
        String title = picture.title(desk.workbench().scene()).toLowerCase(Locale.ROOT);
        String name = title.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "picture" : name;
    }

    /// A picture that is ready to be printed.
    private record Print(Figure figure, Size size, Theme theme, String title) {}

    /// A picture that is wanted; it is composed on the painter's thread.
    private record Order(Picture picture, Scene scene, Size size, Theme theme) {
        Print print() {
            return new Print(picture.figure(scene), size, theme, picture.title(scene));
        }
    }

    private Order order(Picture picture) {
        boolean whole = picture == dashboard;
        return new Order(
                whole ? picture : page.apply(picture),
                desk.workbench().scene(),
                whole ? DASHBOARD : PAGE,
                desk.appearance().theme());
    }

    private void write(Picture picture, Path file, Consumer<Print> writer) {
        Order order = order(picture);
        desk.files()
                .run(
                        file,
                        doing(file),
                        desk.painter(),
                        order::print,
                        print -> {
                            writer.accept(print);
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
