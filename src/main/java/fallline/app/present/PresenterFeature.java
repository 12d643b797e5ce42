package fallline.app.present;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Surroundings;
import fallline.app.pane.PlotPane;
import fallline.app.transport.TransportFeature;
import java.util.List;
import javafx.scene.input.KeyCode;

/// Brings the presenter, with the keys of clickers.
public final class PresenterFeature implements Feature {
    private final Desk desk;
    private final Presenter presenter;
    private final List<PlotPane> panes;

    /// @param panes those that can be put on the stage
    public PresenterFeature(Desk desk, TransportFeature transport, List<PlotPane> panes) {
        this.desk = desk;
        this.panes = List.copyOf(panes);
        presenter = new Presenter(desk, transport.model());
    }

    @Override
    public void onFurnished(Surroundings surroundings) {
        presenter.furnish(surroundings);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("present", "Present", presenter::toggle)
                        .on(Key.letter('P'))
                        .in(Menu.VIEW, 4)
                        .switching(presenter::isOn)
                        .tipped("Few panes, large, on the whole screen; Esc leads back to the window as it was."),
                Command.of("start-presenter", "Begin presenting", presenter::enter)
                        .on(Key.pressed("F5", KeyCode.F5)),
                Command.of("presenter", "Presenter…", this::onSheet)
                        .in(Menu.VIEW, 4)
                        .tipped("Chooses panes, size, colours and controls of the stage."),
                on("stage-black", "Presenting: black", () -> presenter.blank(Presenter.BLACK))
                        .on(Key.letter('B').during())
                        .on(Key.typed(".", ".").during())
                        .switching(() -> presenter.isBlank(Presenter.BLACK)),
                on("stage-white", "Presenting: white", () -> presenter.blank(Presenter.WHITE))
                        .on(Key.letter('W').during())
                        .switching(() -> presenter.isBlank(Presenter.WHITE)),
                on("stage-spotlight", "Presenting: spotlight", presenter::spotlight)
                        .on(Key.letter('S').during())
                        .switching(presenter::isSpotlit),
                on("end-presenting", "Presenting: back to the window", presenter::leave)
                        .on(Key.pressed("Esc", KeyCode.ESCAPE).during()));
    }

    private Command on(String id, String title, Runnable action) {
        return Command.of(id, title, action).enabledWhen(presenter::isOn);
    }

    private void onSheet() {
        presenter.leave();
        new PresenterSheet(
                        desk,
                        panes.stream()
                                .filter(pane -> pane.offeredProperty().get())
                                .toList(),
                        presenter::enter)
                .open();
    }

    @Override
    public void onClose() {
        presenter.leave();
    }
}
