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
import fallline.export.PictureFormats;
import fallline.export.film.FilmFormat;
import fallline.export.film.FilmFormats;
import fallline.export.python.CodeTarget;
import fallline.figure.paint.Theme;
import fallline.file.user.ExportLikes;
import fallline.file.user.ExportLikesFile;
import fallline.picture.Picture;
import fallline.picture.page.View;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Writes pictures and films of the views, the traces of the runs, and code. It belongs to the FX thread; figures are
/// composed on the painter's thread and written in the background.
public final class ExportController implements PictureActions {
    private static final double USUAL_SCALE = 2;
    private static final FileKind CSV = new FileKind("Table (CSV)", List.of("csv"));
    private static final FileKind JSON = new FileKind("Steps (JSON)", List.of("json"));

    private final Desk desk;
    private final Printing printing;
    private final ExportLikesFile file;
    private final Asking<Supplier<Page>, Page> composing;
    private final Asking<Page, BufferedImage> copying;
    private final Asking<Wish, ExportLikes> reading;
    private final ExportMenu menu;
    private final List<View<?>> views;
    private Optional<ExportLikes> likes = Optional.empty();
    private Optional<Written> last = Optional.empty();

    /// The dialog is wanted, for a view if one is named.
    private record Wish(Optional<String> view) {}

    /// What was exported last, and where to.
    private record Written(ExportOrder order, Path file) {}

    /// @param file remembers how pictures were last exported
    public ExportController(Desk desk, Printing printing, ExportLikesFile file) {
        this.desk = desk;
        this.printing = printing;
        this.file = file;
        views = desk.pictures().views().all().stream()
                .<View<?>>map(view -> view)
                .filter(view -> !view.title().isEmpty())
                .toList();
        copying = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Copying the picture",
                        (Page page) -> printing.pixels(page, USUAL_SCALE),
                        (_, image) -> onCopied(image));
        composing = desk.questions()
                .on(Lane.PAINTING, "Composing the picture", Supplier::get, (_, page) -> copying.ask(page));
        reading = desk.questions().on(Lane.ANALYSIS, "Opening the export dialog", _ -> file.read(), (wish, read) -> {
            likes = Optional.of(read);
            open(wish);
        });
        menu = new ExportMenu(this);
    }

    /// The button with the menu.
    public Node menu() {
        return menu;
    }

    /// Opens the dialog at the view that was exported last.
    public void onExport() {
        wish(new Wish(Optional.empty()));
    }

    @Override
    public void save(View<?> view) {
        wish(new Wish(Optional.of(view.id())));
    }

    private void wish(Wish wish) {
        if (likes.isEmpty()) {
            reading.ask(wish);
        } else {
            open(wish);
        }
    }

    private void open(Wish wish) {
        ExportLikes now = likes.orElse(ExportLikes.USUAL);
        String id = wish.view().orElse(now.view());
        View<?> view =
                views.stream().filter(each -> each.id().equals(id)).findFirst().orElse(views.getFirst());
        ExportOrder order = new ExportOrder(desk.workbench().scene(), view, now.withView(view.id()));
        new ExportDialog(order).open();
    }

    /// The dialog with what its buttons do.
    private final class ExportDialog {
        private final ExportSheet sheet;

        ExportDialog(ExportOrder order) {
            sheet = new ExportSheet(desk, views, order, this::onSave, this::onCopy);
        }

        void open() {
            sheet.open();
        }

        private void onSave(ExportOrder wanted) {
            ExportOrder order = wanted.now(desk.workbench().scene());
            desk.dialogs()
                    .saveFile("Export", fileName(order.view(), order.likes().ending()), List.of(kind(order)))
                    .ifPresent(chosen -> {
                        sheet.close();
                        ExportOrder asNamed = named(order, chosen);
                        keep(asNamed.likes());
                        write(asNamed, chosen);
                    });
        }

        private void onCopy(ExportOrder order) {
            keep(order.likes());
            ExportOrder pixels = order.asPixels();
            composing.ask(() -> pixels.page(desk.pictures()));
        }
    }

    /// A name that ends in another form is taken at its word.
    private static ExportOrder named(ExportOrder order, Path chosen) {
        return PictureFormats.of(chosen)
                .map(format -> format.ending())
                .or(() -> FilmFormats.of(chosen).map(FilmFormat::ending))
                .map(ending -> new ExportOrder(
                        order.scene(), order.view(), order.likes().withEnding(ending)))
                .orElse(order);
    }

    private static FileKind kind(ExportOrder order) {
        String ending = order.likes().ending();
        return new FileKind(ending.toUpperCase(Locale.ROOT), List.of(ending));
    }

    private void keep(ExportLikes next) {
        if (likes.filter(next::equals).isEmpty()) {
            likes = Optional.of(next);
            desk.files()
                    .run(
                            file.file(),
                            "Keeping how pictures are exported",
                            () -> {
                                file.write(next);
                                return next;
                            },
                            _ -> {});
        }
    }

    /// Exports once more what was exported last, as it is now, into the same file.
    void onSaveAgain() {
        last.ifPresentOrElse(
                written -> write(written.order().now(desk.workbench().scene()), written.file()), this::onExport);
    }

    private void write(ExportOrder order, Path target) {
        Optional<String> objection = order.objection();
        if (objection.isPresent()) {
            desk.notices().warn(objection.get());
            return;
        }
        last = Optional.of(new Written(order, target));
        if (order.filmFormat().isPresent()) {
            writeFilm(order, order.filmFormat().get(), target);
            return;
        }
        desk.files()
                .run(
                        target,
                        doing(target),
                        desk.painter(),
                        () -> order.page(desk.pictures()),
                        page -> {
                            printing.write(order.pictureFormat(), page, order.scale(), target);
                            return target;
                        },
                        this::onWritten);
    }

    private void writeFilm(ExportOrder order, FilmFormat format, Path target) {
        long begun = System.nanoTime();
        desk.files()
                .run(
                        target,
                        doing(target),
                        say -> {
                            printing.film(
                                    order.film(),
                                    format,
                                    order.scene(),
                                    target,
                                    (done, frames) -> say.accept(doing(target) + ": "
                                            + FilmWords.of(done, frames, System.nanoTime() - begun)));
                            return target;
                        },
                        this::onWritten);
    }

    @Override
    public void copy(View<?> view) {
        Picture picture = desk.pictures().page(view);
        Scene scene = desk.workbench().scene();
        Theme theme = desk.appearance().theme();
        composing.ask(() -> new Page(picture.figure(scene), view.page(), theme, picture.title(scene)));
    }

    private void onCopied(BufferedImage image) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, Pixels.image(image)));
        desk.notices().tell("The picture is on the clipboard.");
    }

    /// Asks for a file and writes the steps of all runs.
    void onTraces() {
        Scene scene = desk.workbench().scene();
        desk.dialogs()
                .saveFile("Export the steps", "trace.csv", List.of(CSV, JSON))
                .ifPresent(chosen -> write(chosen, () -> printing.traces(scene, chosen)));
    }

    /// Asks for a file and writes the experiment, or the chosen run, as code.
    void onCode(CodeTarget code) {
        Experiment experiment = desk.workbench().experiment();
        Run run = desk.workbench().scene().chosen();
        FileKind kind = new FileKind(code.title(), List.of(code.ending()));
        String name = "experiment_" + code.word().replace('-', '_') + "." + code.ending();
        desk.dialogs()
                .saveFile("Export as code", name, List.of(kind))
                .ifPresent(chosen -> write(chosen, () -> printing.code(experiment, run, code, chosen)));
    }

    private String fileName(View<?> view, String ending) {
        return baseName(view) + "." + ending;
    }

    private String baseName(View<?> view) {
        if (view.whole()) {
            return view.id();
        }
        String title = desk.pictures().of(view).title(desk.workbench().scene()).toLowerCase(Locale.ROOT);
        String name = title.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "picture" : name;
    }

    private void write(Path target, Runnable writing) {
        desk.files()
                .run(
                        target,
                        doing(target),
                        () -> {
                            writing.run();
                            return target;
                        },
                        this::onWritten);
    }

    private static String doing(Path target) {
        return "Writing " + target.getFileName();
    }

    private void onWritten(Path target) {
        desk.notices().tell("Written to " + target + ".");
    }
}
