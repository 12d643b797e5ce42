package fallline.bench.start;

import fallline.Main;
import fallline.app.paint.FigureView;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;

/// A process that opens a window and says on its standard output what has become of it: `complete` when all that is to
/// be seen is painted. A `p` on its standard input presses the play button.
final class Probe {
    private static final long EVERY_MILLIS = 5;

    private static volatile boolean bare;

    private Probe() {}

    /// @param arguments `bare`, or `app` and what the program is given
    static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(Probe::watch, "probe");
        watch.setDaemon(true);
        watch.start();
        bare = arguments[0].equals("bare");
        if (bare) {
            Application.launch(BareWindow.class);
        } else {
            Method main = Main.class.getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object)
                    List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        }
    }

    private static void watch() {
        try {
            while (!isComplete()) {
                Thread.sleep(EVERY_MILLIS);
            }
            IO.println("complete");
            for (int c = System.in.read(); c >= 0; c = System.in.read()) {
                if (c == 'p') {
                    Platform.runLater(Probe::play);
                }
            }
        } catch (IOException | InterruptedException | ExecutionException e) {
            IO.println(e); // whoever started this process waits, and shows what it said
        }
    }

    private static void play() {
        ((ButtonBase) Window.getWindows().getFirst().getScene().lookup("#play")).fire();
    }

    private static boolean isComplete() throws InterruptedException, ExecutionException {
        if (Window.getWindows().isEmpty()) {
            return false;
        }
        FutureTask<Boolean> question = new FutureTask<>(Probe::isPainted);
        Platform.runLater(question);
        return question.get();
    }

    /// Whether all figures that are to be seen are painted; a window without any is.
    private static boolean isPainted() {
        if (Window.getWindows().isEmpty()) {
            return false;
        }
        Scene scene = Window.getWindows().getFirst().getScene();
        if (scene == null || !Window.getWindows().getFirst().isShowing()) {
            return false;
        }
        List<FigureView> views = scene.getRoot().lookupAll(".figure-view").stream()
                .filter(FigureView.class::isInstance)
                .map(FigureView.class::cast)
                .filter(view -> view.getWidth() > 0 && view.getHeight() > 0 && isInSight(view))
                .toList();
        return bare
                || (!views.isEmpty()
                        && views.stream().allMatch(view -> view.shown().isPresent()));
    }

    private static boolean isInSight(Node view) {
        for (Node node = view; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
