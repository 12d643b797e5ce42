package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.Icons;
import fallline.app.pane.Chip;
import fallline.app.pane.DeckHead;
import fallline.app.pane.PlotPane;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.figure.curve.ConvergenceFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be done with the picture of a pane: in its head while the mouse is on it, in its menu, and by keys.
class PaneToolsTest {
    private final Path folder;

    PaneToolsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static boolean isSeen(OpenWindow open, String id) {
        return open.fx(() -> {
            Optional<Node> found = open.robot().lookup(id).tryQuery();
            for (Node node = found.orElse(null); node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return found.isPresent();
        });
    }

    private static void hover(OpenWindow open, String pane) {
        open.robot().moveTo("#" + pane + "-figure");
        open.await("the tools of " + pane + " are there", () -> isSeen(open, "#" + pane + "-copy"));
    }

    /// Presses *Save…* in the export dialog.
    private static void save(OpenWindow open) {
        open.await(
                "the dialog is there",
                () -> open.robot().lookup("#export-save").tryQuery().isPresent());
        open.click("#export-save");
    }

    private static int paper(OpenWindow open) {
        return open.fx(() -> {
            Image image = Clipboard.getSystemClipboard().getImage();
            return image == null ? 0 : (int) image.getWidth();
        });
    }

    private static void emptyClipboard(OpenWindow open) {
        open.fx(() -> Clipboard.getSystemClipboard().clear());
        assertThat(paper(open)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss", "fit", "convergence"})
    @DisplayName("the mouse on a pane brings its tools, into its head and never over its picture")
    void hovers(String pane) {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            open.robot().moveTo("#play");
            for (String tool : List.of("-copy", "-export", "-reset")) {
                assertThat(isSeen(open, "#" + pane + tool)).as(tool).isFalse();
            }
            hover(open, pane);
            double top = open.fx(() -> open.figure(pane)
                    .localToScene(open.figure(pane).getLayoutBounds())
                    .getMinY());
            for (String tool : List.of("-copy", "-export", "-reset", "-enlarge")) {
                assertThat(isSeen(open, "#" + pane + tool)).as(tool).isTrue();
                Node node = open.find("#" + pane + tool);
                assertThat(open.fx(
                                () -> node.localToScene(node.getLayoutBounds()).getMaxY()))
                        .isLessThanOrEqualTo(top);
            }
            open.robot().moveTo("#play");
            open.await("they are gone", () -> !isSeen(open, "#" + pane + "-copy"));
        }
    }

    @Test
    @DisplayName("nothing in the head moves when the tools come, and none of them covers another")
    void still() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            open.robot().moveTo("#play");
            double before = open.fx(
                    () -> open.find("#gradient-arrow").localToScene(0, 0).getX());
            hover(open, "loss");
            assertThat(open.fx(() ->
                            open.find("#gradient-arrow").localToScene(0, 0).getX()))
                    .isEqualTo(before);
            List<javafx.geometry.Bounds> places = open.fx(() -> open.find("#loss-card").lookupAll(".tool").stream()
                    .filter(node -> {
                        for (Node above = node; above != null; above = above.getParent()) {
                            if (!above.isVisible() || !above.isManaged()) {
                                return false;
                            }
                        }
                        return true;
                    })
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .toList());
            assertThat(places).hasSizeGreaterThan(8);
            for (int i = 0; i < places.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(places.get(i).getMinX() >= places.get(j).getMaxX()
                                    || places.get(i).getMaxX() <= places.get(j).getMinX())
                            .as(places.get(i) + " and " + places.get(j))
                            .isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("Copy puts the picture on the clipboard: by its button, the menu and Ctrl+C")
    void copies() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            emptyClipboard(open);
            hover(open, "loss");
            open.robot().clickOn("#loss-copy");
            open.await("the picture is on the clipboard", () -> paper(open) == 1800);
            emptyClipboard(open);
            open.robot().rightClickOn("#fit-figure");
            open.robot().clickOn("Copy the picture");
            open.await("the fit is on the clipboard", () -> paper(open) == 1800);
            emptyClipboard(open);
            hover(open, "convergence");
            open.press(KeyCode.CONTROL, KeyCode.C);
            open.await("the curve is on the clipboard", () -> paper(open) == 1800);
        }
    }

    @Test
    @DisplayName("Export asks for a file and writes what its name says: by its button, the menu and E")
    void exports() throws IOException {
        Path svg = folder.resolve("a.svg");
        Path pdf = folder.resolve("b.pdf");
        Path png = folder.resolve("c.png");
        try (OpenWindow open = Furnished.window(Trial.bowl(), svg, pdf, png)) {
            hover(open, "loss");
            open.robot().clickOn("#loss-export");
            save(open);
            open.await("the SVG is written", () -> Files.exists(svg));
            open.robot().rightClickOn("#convergence-figure");
            open.robot().clickOn("Export the picture…");
            save(open);
            open.await("the PDF is written", () -> Files.exists(pdf));
            hover(open, "fit");
            open.type("e");
            save(open);
            open.await("the PNG is written", () -> Files.exists(png));
        }
        assertThat(Files.readString(svg)).contains("<svg");
        try (PDDocument page = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(page)).contains("Convergence");
        }
    }

    @Test
    @DisplayName("Reset shows everything again: the map by its button, the curve by 0 with the mouse on it")
    void resets() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window()
                            .workbench()
                            .view()
                            .withLoss(loss -> loss.withBounds(Optional.of(new Bounds(0, 1, 0, 1))))));
            hover(open, "loss");
            open.robot().clickOn("#loss-reset");
            assertThat(open.view().loss().bounds()).isEmpty();
            hover(open, "convergence");
            open.robot().scroll(8, VerticalDirection.UP);
            open.settle();
            double stretched = open.plot("convergence").window().x().length();
            assertThat(stretched).isLessThan(199);
            open.type("0");
            open.await("all steps are seen", () -> {
                ConvergenceFigure figure = (ConvergenceFigure)
                        open.figure("convergence").shown().orElseThrow().figure();
                return figure.plot(open.figure("convergence")
                                        .shown()
                                        .orElseThrow()
                                        .size())
                                .window()
                                .x()
                                .length()
                        >= 200;
            });
        }
    }

    @Test
    @DisplayName("M maximises the pane under the mouse, and gives it back its place")
    void maximises() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            hover(open, "fit");
            double small = open.fx(() -> open.figure("fit").getWidth());
            open.type("m");
            open.settle();
            assertThat(open.fx(() -> open.figure("fit").getWidth())).isGreaterThan(1.8 * small);
            open.type("M");
            open.settle();
            assertThat(open.fx(() -> open.figure("fit").getWidth())).isEqualTo(small);
        }
    }

    @Test
    @DisplayName("the surface's own switches are in the head, in the menu and on keys")
    void ownSwitches() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            hover(open, "loss");
            open.robot().clickOn("#slope-dial");
            assertThat(open.view().loss().surface().overlays()).containsExactly(Overlay.SLOPE_DIAL);
            open.type("dnhk");
            assertThat(open.view().loss().surface().overlays())
                    .isEqualTo(Set.of(Overlay.GRADIENT_FIELD, Overlay.QUADRATIC_MODEL, Overlay.CRITICAL_POINTS));
            open.type("NHK");
            open.robot().rightClickOn("#loss-figure");
            open.robot().clickOn("Curvature");
            assertThat(open.view().loss().surface().overlays()).containsExactly(Overlay.QUADRATIC_MODEL);
            boolean scales = open.view().loss().equalScales();
            open.type("q");
            assertThat(open.view().loss().equalScales()).isEqualTo(!scales);
            open.type("j");
            assertThat(open.view().convergence().measure()).isEqualTo(Measure.GRADIENT_NORM);
        }
    }

    @Test
    @DisplayName("a curve of one parameter has no switches of surfaces, by key neither")
    void oneParameter() {
        try (OpenWindow open = Furnished.window(Trial.square())) {
            hover(open, "loss");
            assertThat(isSeen(open, "#slope-dial")).isFalse();
            assertThat(open.fx(() -> open.find("#slope-dial").isManaged())).isFalse();
            open.type("dq");
            assertThat(open.view().loss().surface().overlays()).isEmpty();
            assertThat(open.view().loss().equalScales()).isTrue();
        }
    }

    @Test
    @DisplayName("the menu names the key of each entry, and the list of keys has them all")
    void keysAreListed() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            open.robot().rightClickOn("#loss-figure");
            List<MenuItem> items = open.fx(() -> Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .getItems()
                    .stream()
                    .toList());
            assertThat(items.stream()
                            .filter(item -> item.getId() != null && item.getAccelerator() != null && item.isVisible())
                            .map(MenuItem::getText))
                    .contains("Reset the view", "Copy the picture", "Export the picture…", "Maximise", "Solid");
            open.press(KeyCode.ESCAPE);
            open.type("?");
            for (String key : List.of("E", "M", "0", "Ctrl C", "N", "H", "K", "D", "Q", "S", "A", "I", "J", "V")) {
                assertThat(open.fx(() -> open.find("#key-list").lookupAll(".key").stream()
                                .anyMatch(node -> ((Label) node).getText().equals(key))))
                        .as(key)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName(
            "at any width the head covers nothing with anything, hovered or not, and has a menu of what it leaves out")
    void anyWidth(int titles) {
        try (OpenWindow open = OpenWindow.of(Trial.bowl())) {
            open.fx(() -> {
                for (boolean hovered : new boolean[] {false, true}) {
                    PlotPane pane = new PlotPane("probe", new Region());
                    for (int i = 0; i < 5; i++) {
                        pane.tools().add(Chip.of("tool" + i, "tool " + i, "", () -> {}));
                        pane.hoverTools().add(Chip.of("hover" + i, Icons.STAR, "star", "", () -> {}));
                    }
                    pane.subtitleProperty().set("a long word on what is seen here");
                    DeckHead head = new DeckHead(
                            pane,
                            Chip.button("m", Icons.MORE, "", "", () -> {}),
                            Chip.button("e", Icons.ENLARGE, "", "", () -> {}),
                            new SimpleBooleanProperty(hovered));
                    head.show(
                            pane,
                            IntStream.range(0, titles)
                                    .mapToObj(i -> new Label("Title " + i))
                                    .toList(),
                            List.of(
                                    Chip.button("a", Icons.RESET, "", "", () -> {}),
                                    Chip.button("b", Icons.COPY, "", "", () -> {})));
                    Pane stand = new Pane(head);
                    Scene scene = new Scene(stand);
                    scene.getStylesheets()
                            .setAll(open.window().desk().appearance().sheets());
                    for (int width = 900; width >= 380 + 40 * titles; width -= 7) {
                        head.resize(width, 38);
                        stand.applyCss();
                        head.layout();
                        List<Node> seen = head.getChildrenUnmodifiable().stream()
                                .filter(node -> node.isVisible()
                                        && node.getLayoutBounds().getWidth() > 0)
                                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                                .toList();
                        double end = 0;
                        for (Node node : seen) {
                            assertThat(node.getLayoutX())
                                    .as("%s at %d", node, width)
                                    .isGreaterThanOrEqualTo(end - 0.5);
                            end = node.getLayoutX() + node.getLayoutBounds().getWidth();
                        }
                        assertThat(end).isLessThanOrEqualTo(width);
                        long there = pane.hoverTools().stream()
                                .filter(tool -> tool.getParent().isVisible())
                                .count();
                        if (there > 0 && there < pane.hoverTools().size()) {
                            assertThat(head.lookup("#m").isVisible())
                                    .as("what is left out at %d is in the menu", width)
                                    .isTrue();
                        }
                    }
                }
            });
        }
    }
}
