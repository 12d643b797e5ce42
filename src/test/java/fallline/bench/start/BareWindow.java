package fallline.bench.start;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that JavaFX can show, in a window of the usual size: what starting is measured by.
public final class BareWindow extends Application {
    @Override
    public void start(Stage stage) {
        StackPane root = new StackPane(new Label("Fall Line"));
        stage.setScene(new Scene(root, 1440, 880));
        stage.show();
    }
}
