package fallline.app.problem;

import fallline.app.controls.Chooser;
import fallline.app.controls.Term;
import javafx.scene.layout.StackPane;

/// The choice of the problem in the toolbar.
final class ProblemChooser extends StackPane {
    private static final double TYPE = 13;
    private static final double WIDEST = 250;

    private final ProblemModel model;
    private final ProblemController controller;
    private final Chooser<ProblemKind> chooser = new Chooser<>("problem", Term.PROBLEM, ProblemKind::title);

    ProblemChooser(ProblemModel model, ProblemController controller) {
        this.model = model;
        this.controller = controller;
        compose();
        bind();
        listen();
    }

    private void compose() {
        getStyleClass().add("problem-chooser");
        setMinWidth(USE_PREF_SIZE);
        chooser.fit(TYPE, WIDEST);
        getChildren().setAll(chooser);
    }

    private void bind() {
        model.kind().subscribe(kind -> {
            chooser.offer(ProblemKind.offered(kind));
            chooser.show(kind);
        });
    }

    /// Shows the kind that is there, whatever was clicked.
    void showChosen() {
        chooser.show(model.kind().get());
    }

    private void listen() {
        chooser.onChosen(controller::onKind);
    }
}
