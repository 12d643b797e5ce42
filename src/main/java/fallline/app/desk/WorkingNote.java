package fallline.app.desk;

import fallline.app.controls.Focus;
import fallline.app.work.Working;
import fallline.app.work.Working.Piece;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// One quiet line that says what takes its time, with a button that ends it. It is there only while something does.
public final class WorkingNote extends HBox {
    private final Label doing = new Label();
    private final Button cancel = new Button("Cancel");

    public WorkingNote(Working working) {
        setId("working");
        getStyleClass().add("working");
        setAlignment(Pos.CENTER_LEFT);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        setViewOrder(-1); // before sheets, which are put over all else
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        cancel.setId("cancel-working");
        cancel.getStyleClass().add("tool");
        Focus.returnedAfterClick(cancel);
        cancel.setTooltip(new Tooltip("Gives it up; everything else stays as it is"));
        getChildren().setAll(doing, cancel);
        working.listen(this::show);
    }

    private void show(List<Piece> pieces) {
        setVisible(!pieces.isEmpty());
        if (pieces.isEmpty()) {
            return;
        }
        Piece first = pieces.getFirst();
        int others = pieces.size() - 1;
        doing.setText(first.doing() + (others == 0 ? " …" : " and " + others + " more …"));
        cancel.setVisible(first.cancel().isPresent());
        cancel.setManaged(first.cancel().isPresent());
        cancel.setOnAction(_ -> first.cancel().ifPresent(Runnable::run));
    }
}
