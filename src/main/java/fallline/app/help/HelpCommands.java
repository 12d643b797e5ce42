package fallline.app.help;

import fallline.app.controls.Term;
import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.pane.PaneGrid;
import fallline.app.pane.PlotPane;
import fallline.guide.Guide;
import fallline.guide.GuideFolder;
import fallline.guide.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

/// What helps: a sheet about each view, the glossary, and the guide in a browser.
public final class HelpCommands {
    /// The section about lessons.
    private static final String LESSON = "lesson";

    private final Desk desk;
    private final Supplier<PlotPane> meant;

    private HelpCommands(Desk desk, Supplier<PlotPane> meant) {
        this.desk = desk;
        this.meant = meant;
    }

    /// The commands for a window of these panes.
    public static List<Command> of(Desk desk, PaneGrid grid) {
        HelpCommands help = new HelpCommands(desk, grid::meant);
        return List.of(
                Command.of("explain-view", "What am I looking at?", help::explain)
                        .on(Key.pressed("F1", KeyCode.F1))
                        .in(Menu.HELP, 0)
                        .tipped("Says what the view under the mouse shows, and what each mark means."),
                Command.of("guide", "The guide", () -> help.openGuide(""))
                        .in(Menu.HELP, 0)
                        .tipped("Opens the user guide in your browser; it came with this program."),
                Command.of("glossary", "Glossary…", () -> help.showTerms(Optional.empty()))
                        .in(Menu.HELP, 0)
                        .tipped("Says in one sentence what each term means."));
    }

    /// Every term by name: choosing one shows it in the glossary.
    public static List<Command> terms(Desk desk, PaneGrid grid) {
        HelpCommands help = new HelpCommands(desk, grid::meant);
        return Term.glossary().stream()
                .map(term -> Command.of(
                                "term-" + term.name().toLowerCase(Locale.ROOT),
                                "Term: " + term.word(),
                                () -> help.showTerms(Optional.of(term)))
                        .tipped(term.sentence()))
                .toList();
    }

    private void explain() {
        String topic = isInLesson()
                ? LESSON
                : ViewTopics.of(meant.get().id(), desk.workbench().scene(), desk.pictures());
        Optional<Section> known = Guide.view(topic);
        if (known.isEmpty()) {
            desk.notices().tell("Nothing is written about this view yet.");
            return;
        }
        Section section = known.get();
        new HelpSheet(
                        desk.stage(),
                        "view-help",
                        section.title(),
                        new SectionText(section),
                        new HelpSheet.Way("view-help-guide", "Read on in the guide", () -> openGuide(section.anchor())),
                        new HelpSheet.Way("view-help-terms", "Glossary…", () -> showTerms(Optional.empty())))
                .open();
    }

    /// Whether the keyboard is in the panel of a lesson.
    private boolean isInLesson() {
        Node node = desk.stage().getScene().getFocusOwner();
        while (node != null && !"lesson-panel".equals(node.getId())) {
            node = node.getParent();
        }
        return node != null;
    }

    private void showTerms(Optional<Term> first) {
        TermList list = new TermList();
        HelpSheet sheet = new HelpSheet(desk.stage(), "glossary-sheet", "Glossary", list);
        sheet.open();
        first.flatMap(list::mark).ifPresent((Label word) -> sheet.reveal(word));
    }

    /// @param view the section about a view; empty for the guide's beginning
    private void openGuide(String view) {
        Path parent = desk.failures()
                .log()
                .flatMap(log -> Optional.ofNullable(log.file().toAbsolutePath().getParent()))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "."), "fallline"));
        desk.files().run(parent.resolve("guide"), "Opening the guide", () -> new GuideFolder(parent).put(), first -> {
            browse(first, view.isEmpty() ? first.toUri().toString() : view(first, view));
        });
    }

    private static String view(Path first, String view) {
        return first.resolveSibling("views.html").toUri() + "#" + view;
    }

    private void browse(Path first, String address) {
        if (desk.dialogs().canBrowse()) {
            desk.dialogs().browse(address);
            desk.notices().tell("The guide opens in your browser. It lies in " + first + ".");
        } else {
            desk.notices().warn("No browser was found on this machine: open " + first + " in one yourself.");
        }
    }
}
