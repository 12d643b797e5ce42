package fallline.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The list of forms that pictures can be written in. Menus, dialogs and `fallline render` read it; a new form is one
/// line in it.
public final class PictureFormats {
    /// All forms, the usual one first.
    public static final List<PictureFormat> ALL = List.of(
            new PictureFormat(
                    "png",
                    "Picture",
                    List.of(1, 2, 4),
                    (page, scale, target) -> PngExport.write(page.figure(), page.size(), page.theme(), scale, target)),
            new PictureFormat("svg", "Vector graphic", List.of(), (page, _, target) -> SvgExport.write(page, target)),
            new PictureFormat(
                    "pdf",
                    "Page",
                    List.of(),
                    (page, _, target) ->
                            PdfExport.write(page.figure(), page.size(), page.theme(), page.title(), target)));

    private PictureFormats() {}

    /// The form that the file's name ends in.
    public static Optional<PictureFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> name.endsWith("." + format.ending()))
                .findFirst();
    }

    /// The words of all forms as they stand in a sentence: `PNG, SVG or PDF`.
    public static String words() {
        return listed(ALL.stream().map(PictureFormat::word).toList());
    }

    /// Their endings as they stand in a sentence: `.png, .svg or .pdf`.
    public static String endings() {
        return listed(ALL.stream().map(format -> "." + format.ending()).toList());
    }

    private static String listed(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
