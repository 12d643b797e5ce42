package fallline.app.export;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.app.paint.Pixels;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.export.Page;
import fallline.figure.paint.Size;
import fallline.picture.page.View;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The export dialog: the form, and beside it what the picture will look like. It belongs to the FX thread; the
/// preview is composed and painted beside it.
final class ExportSheet {
    private static final Size ROOM = new Size(360, 300);

    /// Pixels of the preview for one of the screen.
    private static final double FINE = 2;

    private final Sheet sheet;
    private final ExportForm form;
    private final ImageView preview = new ImageView();
    private final Label size = new Label();
    private final SimpleStringProperty objection = new SimpleStringProperty("");
    private final Button save;
    private final Button copy;
    private final Asking<ExportOrder, Composed> composing;
    private final Asking<Composed, BufferedImage> painting;

    private record Composed(ExportOrder order, Page page) {}

    /// @param views what can be exported
    /// @param order what the form begins with
    /// @param onSave is asked to save what is wanted
    /// @param onCopy is asked to put it on the clipboard
    ExportSheet(
            Desk desk,
            List<View<?>> views,
            ExportOrder order,
            Consumer<ExportOrder> onSave,
            Consumer<ExportOrder> onCopy) {
        painting = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Painting the preview",
                        (Composed composed) -> composed.order()
                                .preview(composed.page(), new Size(ROOM.width() * FINE, ROOM.height() * FINE)),
                        (_, image) -> hang(image));
        composing = desk.questions()
                .on(
                        Lane.PAINTING,
                        "Composing the preview",
                        (ExportOrder wanted) -> new Composed(wanted, wanted.page(desk.pictures())),
                        (_, composed) -> painting.ask(composed));
        form = new ExportForm(views, order, this::show);
        Label title = new Label("Export a picture or a film");
        title.getStyleClass().add("about-title");
        preview.setPreserveRatio(true);
        preview.setSmooth(true);
        preview.setFitWidth(ROOM.width());
        preview.setFitHeight(ROOM.height());
        StackPane frame = new StackPane(preview);
        frame.setId("export-preview");
        frame.getStyleClass().add("export-preview");
        frame.setMinSize(ROOM.width() + 2, ROOM.height() + 2);
        size.setId("export-size");
        size.getStyleClass().add("note");
        size.setWrapText(true);
        size.setMaxWidth(ROOM.width());
        VBox right = new VBox(8, frame, size);
        HBox body = new HBox(22, form.node(), right);
        save = Sheet.button("export-save", "Save…", () -> onSave.accept(form.order()));
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        copy = Sheet.button("export-copy", "Copy", () -> onCopy.accept(form.order()));
        HBox buttons = new HBox(copy, Rows.space(), Sheet.button("export-close", "Close", this::close), save);
        buttons.getStyleClass().add("sheet-buttons");
        Node wrong = new ErrorLine(objection);
        wrong.setId("export-objection");
        sheet = new Sheet(desk.stage(), "export-sheet", this::close, title, body, wrong, buttons);
        show(order);
    }

    void open() {
        sheet.open();
    }

    void close() {
        composing.withdraw();
        painting.withdraw();
        sheet.close();
    }

    private void show(ExportOrder order) {
        objection.set(order.objection().orElse(""));
        boolean fine = objection.get().isEmpty();
        save.setDisable(!fine);
        copy.setDisable(!fine);
        size.setText(fine ? order.words() : "");
        if (fine) {
            composing.ask(order);
        }
    }

    private void hang(BufferedImage image) {
        preview.setImage(Pixels.image(image));
    }
}
