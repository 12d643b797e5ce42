package fallline.app.teach;

import fallline.app.controls.OfferBar;
import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Surroundings;
import fallline.app.paint.FigureView;
import fallline.app.transport.TransportFeature;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Brings slow motion, and predict and reveal.
public final class TeachFeature implements Feature {
    private final OfferBar bar = new OfferBar("teach-bar");
    private final SlowMotion slow;
    private final PredictController predict;

    /// @param loss where guesses are made
    public TeachFeature(Desk desk, TransportFeature transport, FigureView loss) {
        slow = new SlowMotion(desk, transport::pause, bar);
        predict = new PredictController(desk, loss, transport::pause, transport.playingProperty(), bar);
    }

    @Override
    public void onFurnished(Surroundings surroundings) {
        slow.furnish(surroundings);
    }

    @Override
    public List<Node> footer() {
        return List.of(bar);
    }

    @Override
    public Map<String, Node> controls() {
        return Map.of("questions", bar);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("slow-motion", "Slow motion of this step", this::onSlow)
                        .in(Menu.RUN, 3)
                        .changing("play")
                        .enabledWhen(() -> !predict.isOpen() && slow.canStart())
                        .tipped(
                                "Shows the stages of the next step one after the other, on the surface and as formulas."),
                ask("predict-next", "Predict the next step", () -> predict.onWhere(1))
                        .tipped("Hides what comes; a click says where the step lands."),
                ask("predict-tenth", "Predict ten steps on", () -> predict.onWhere(10)),
                ask("predict-fate", "Predict what becomes of the run", predict::onBecomes)
                        .tipped("Converges, oscillates or diverges."),
                ask("predict-rates", "Predict the best of three rates", predict::onRates)
                        .tipped("Which is lowest after 20 steps."),
                Command.of("reveal", "Reveal", predict::onReveal)
                        .on(Key.pressed("Enter", KeyCode.ENTER).during())
                        .on(Key.always(KeyCode.PAGE_DOWN).during())
                        .in(Menu.RUN, 3)
                        .enabledWhen(predict::isOpen)
                        .tipped("Shows what was hidden, and how good the guess was."),
                Command.of("slow-next", "Next stage in slow motion", slow::onNext)
                        .on(Key.pressed("→", KeyCode.RIGHT).during())
                        .on(Key.typed("Space", " ").during())
                        .on(Key.always(KeyCode.PAGE_DOWN).during())
                        .enabledWhen(slow::isRunning),
                Command.of("end-teaching", "End of slow motion or question", this::onEnd)
                        .on(Key.pressed("Esc", KeyCode.ESCAPE).during())
                        .enabledWhen(() -> slow.isRunning() || predict.isShown()));
    }

    private Command ask(String id, String title, Runnable action) {
        return Command.of(id, title, () -> {
                    slow.onStop();
                    action.run();
                })
                .in(Menu.RUN, 3)
                .enabledWhen(predict::canAsk);
    }

    private void onSlow() {
        predict.close();
        slow.onStart();
    }

    private void onEnd() {
        if (slow.isRunning()) {
            slow.onStop();
        } else {
            predict.close();
        }
    }

    @Override
    public void onClose() {
        slow.onStop();
    }
}
