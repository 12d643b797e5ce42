package fallline.app.problem;

import fallline.app.controls.Tips;
import fallline.objective.formula.CatalogueFunction;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A function of the gallery: its picture, its name, what it teaches.
final class FunctionTile extends Button {
    private final CatalogueFunction card;
    private final ImageView picture = new ImageView();
    private final String words;

    /// @param own whether it is one of the user's own
    FunctionTile(CatalogueFunction card, boolean own) {
        this.card = card;
        String kind = (own ? "yours, " : "") + card.kind().word();
        words = String.join(" ", card.id(), card.name(), kind, card.teaches(), card.expression());
        setId("function-" + card.id());
        getStyleClass().add("function-tile");
        picture.setFitWidth(Thumbnails.SIZE.width());
        picture.setFitHeight(Thumbnails.SIZE.height());
        Label name = new Label(card.name());
        name.getStyleClass().add("function-name");
        Label sort = new Label(kind);
        sort.getStyleClass().add("note");
        sort.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = new HBox(name, sort);
        title.getStyleClass().add("function-title");
        Label teaches = new Label(card.teaches());
        teaches.getStyleClass().add("note");
        teaches.setWrapText(true);
        VBox content = new VBox(picture, title, teaches);
        content.getStyleClass().add("function-content");
        content.setMaxWidth(Thumbnails.SIZE.width());
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(card.name());
        Tips.on(this, "Opens J = " + shortened(card.expression()) + " with its start and a good rate.");
    }

    private static String shortened(String formula) {
        return formula.length() <= 90 ? formula : formula.substring(0, 89) + "…";
    }

    CatalogueFunction card() {
        return card;
    }

    void show(Image image) {
        picture.setImage(image);
    }

    /// All that is known of the function, for a search.
    String words() {
        return words;
    }
}
