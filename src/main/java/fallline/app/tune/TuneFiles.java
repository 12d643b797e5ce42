package fallline.app.tune;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.export.Printing;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.figure.page.SheetFigure;
import fallline.figure.paint.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks for files and writes what the sheets found. FX thread.
final class TuneFiles {
    private static final Size PAGE = new Size(900, 640);
    private static final double SCALE = 2;
    private static final List<FileKind> PICTURES = PictureFormats.ALL.stream()
            .map(format -> new FileKind(format.name() + " (" + format.word() + ")", List.of(format.ending())))
            .toList();

    private final Desk desk;
    private final Printing printing;

    TuneFiles(Desk desk, Printing printing) {
        this.desk = desk;
        this.printing = printing;
    }

    /// Asks where to, and paints a page there: as PNG, SVG or PDF.
    void picture(String name, String title, Supplier<SheetFigure> page) {
        desk.dialogs().saveFile("Save the picture", name + ".png", PICTURES).ifPresent(chosen -> {
            Optional<PictureFormat> format = PictureFormats.of(chosen);
            if (format.isEmpty()) {
                desk.notices().warn("A picture's name ends in " + PictureFormats.endings() + ".");
                return;
            }
            var theme = desk.appearance().theme();
            write(
                    chosen,
                    target -> printing.write(format.get(), new Page(page.get(), PAGE, theme, title), SCALE, target));
        });
    }

    /// Asks where to, and has a file written there.
    void file(String title, String name, FileKind kind, Consumer<Path> writer) {
        desk.dialogs().saveFile(title, name, List.of(kind)).ifPresent(chosen -> write(chosen, writer));
    }

    private void write(Path target, Consumer<Path> writer) {
        desk.files()
                .run(
                        target,
                        "Writing " + target.getFileName(),
                        () -> {
                            writer.accept(target);
                            return target;
                        },
                        written -> desk.notices().tell("Written to " + written + "."));
    }
}
