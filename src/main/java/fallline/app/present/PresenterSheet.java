package fallline.app.present;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.app.form.FormRows;
import fallline.app.pane.PlotPane;
import fallline.experiment.view.PresenterLook;
import fallline.experiment.view.PresenterLook.Colours;
import fallline.experiment.view.PresenterLook.Control;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// What is to be on the stage: panes, size, controls, colours. Every change is kept with the experiment's view.
final class PresenterSheet {
    private static final List<Integer> SIZES = List.of(150, 160, 175, 200);
    private static final double CHOICE_WIDTH = 230;

    private final Desk desk;
    private final List<PlotPane> panes;
    private final GridPane grid = new GridPane();
    private final Label refusal = new Label();
    private final List<CheckBox> paneBoxes = new ArrayList<>();
    private final Sheet sheet;
    private int rows;

    /// @param panes those that can be chosen
    /// @param start begins the presentation
    PresenterSheet(Desk desk, List<PlotPane> panes, Runnable start) {
        this.desk = desk;
        this.panes = panes;
        Label title = new Label("Presenter");
        title.getStyleClass().add("about-title");
        grid.getStyleClass().add("preferences-grid");
        refusal.setId("presenter-refusal");
        refusal.getStyleClass().add("note");
        fill();
        Button close = Sheet.button("close-presenter", "Close", this::close);
        Button present = Sheet.button("start-presenting", "Present", () -> {
            close();
            start.run();
        });
        present.setDefaultButton(true);
        for (Button button : List.of(close, present)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox buttons = new HBox(close, Rows.space(), present);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(desk.stage(), "presenter-sheet", this::close, title, grid, buttons);
    }

    void open() {
        sheet.open();
    }

    private void close() {
        sheet.close();
    }

    private PresenterLook look() {
        return desk.workbench().view().presenter();
    }

    private void change(UnaryOperator<PresenterLook> change) {
        desk.workbench().look(desk.workbench().view().withPresenter(change));
    }

    private void fill() {
        row("Panes", "One to four; they share the whole screen.", new VBox(4, paneChoice(), refusal));
        row(
                "Size",
                "Of type and lines, as a share of the usual.",
                FormRows.choice(
                        "presenter-size",
                        sizes(),
                        size -> size + " %",
                        look().size(),
                        size -> change(look -> look.withSize(size))));
        row(
                "Colours",
                "For the room: bright and strong for a projector, or dark.",
                FormRows.choice(
                        "presenter-colours",
                        List.of(Colours.values()),
                        PresenterSheet::words,
                        look().colours(),
                        colours -> change(look -> look.withColours(colours))));
        row("Controls", "What can be used on the stage: the same controls as in the window.", controlChoice());
        row(
                "Keys",
                "While presenting.",
                note("PgDn, PgUp step · B or . black · W white · S spotlight · Esc or P ends"));
    }

    private List<Integer> sizes() {
        List<Integer> all = new ArrayList<>(SIZES);
        if (!all.contains(look().size())) {
            all.add(look().size());
            all.sort(null);
        }
        return all;
    }

    private static String words(Colours colours) {
        return switch (colours) {
            case PROJECTOR -> "Projector, light";
            case WINDOW -> "As the window";
            case DARK -> "Dark";
        };
    }

    private Node paneChoice() {
        TilePane tiles = tiles();
        for (PlotPane pane : panes) {
            CheckBox box = new CheckBox();
            box.textProperty().bind(pane.titleProperty());
            box.setMnemonicParsing(false);
            box.setId("present-" + pane.id());
            box.setSelected(look().panes().contains(pane.id()));
            box.setOnAction(_ -> onPane());
            box.setUserData(pane.id());
            paneBoxes.add(box);
            tiles.getChildren().add(box);
        }
        onPane();
        return tiles;
    }

    /// No more than four, and never none: what cannot be ticked, or not be unticked, says so by being grey.
    private void onPane() {
        List<String> chosen = paneBoxes.stream()
                .filter(CheckBox::isSelected)
                .map(box -> String.valueOf(box.getUserData()))
                .toList();
        boolean full = chosen.size() >= PresenterLook.MOST_PANES;
        paneBoxes.forEach(box -> box.setDisable(box.isSelected() ? chosen.size() == 1 : full));
        refusal.setText(full ? "Four panes are as many as can be read." : "");
        if (!chosen.isEmpty() && !chosen.equals(look().panes())) {
            change(look -> look.withPanes(chosen));
        }
    }

    private Node controlChoice() {
        TilePane tiles = tiles();
        Arrays.stream(Control.values()).forEach(control -> {
            CheckBox box = new CheckBox(control.words());
            box.setId("control-" + control.name().toLowerCase(Locale.ROOT));
            box.setSelected(look().controls().contains(control));
            box.setOnAction(_ -> change(look -> look.with(control, box.isSelected())));
            tiles.getChildren().add(box);
        });
        return tiles;
    }

    private static TilePane tiles() {
        TilePane tiles = new TilePane(16, 6);
        tiles.setPrefColumns(2);
        tiles.setTileAlignment(Pos.CENTER_LEFT);
        return tiles;
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("note");
        label.setWrapText(true);
        label.setMaxWidth(2 * CHOICE_WIDTH);
        return label;
    }

    private void row(String caption, String tip, Node control) {
        Label words = Tips.on(Rows.caption(caption), tip);
        Rows.name(words, control);
        grid.addRow(rows++, words, control);
    }
}
