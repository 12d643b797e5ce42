package fallline.app.pane;

import fallline.app.desk.Desk;
import fallline.app.paint.FigureView;
import fallline.figure.paint.Figure;
import fallline.picture.Picture;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.List;
import java.util.function.Supplier;

/// Keeps a figure view and the head of its pane at the newest scene.
public final class Screens {
    private Screens() {}

    /// What pictures are pictures of: of another one they look altogether different, and not just a little.
    private record Subject(Class<?> kind, List<String> parameters, String data) {
        static Subject of(Problem problem) {
            String data = DataProblem.of(problem).map(of -> of.data().name()).orElse("");
            return new Subject(problem.getClass(), problem.objective().parameterNames(), data);
        }
    }

    /// A view of figures that tells the user when one cannot be drawn.
    public static FigureView view(Desk desk, String id) {
        FigureView view = new FigureView(desk.painter(), desk.appearance().themeProperty(), failure -> desk.failures()
                .tell("Drawing this picture", failure));
        view.setId(id);
        new PaintedTerms(view, desk.painter(), desk.appearance().themeProperty()).listen();
        return view;
    }

    /// Shows `picture` of `scene`.
    public static void show(Picture picture, Scene scene, FigureView view, PlotPane pane) {
        show(picture, scene, view, pane, () -> picture.figure(scene));
    }

    /// Shows what `figure` yields on the painter's thread, under the title of `picture`.
    public static void show(
            Picture picture, Scene scene, FigureView view, PlotPane pane, Supplier<? extends Figure> figure) {
        pane.titleProperty().set(picture.title(scene));
        pane.subtitleProperty().set(picture.subtitle(scene));
        view.describe(() -> picture.summary(scene));
        view.show(figure, Subject.of(scene.experiment().problem()));
    }
}
