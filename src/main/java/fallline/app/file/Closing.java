package fallline.app.file;

import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.WindowEvent;

/// The way to the end of a window: waits for what is being written, asks about changes that are in no file, and keeps
/// what has none. It belongs to the FX thread.
public final class Closing {
    private static final String STILL_WRITING =
            "A file is still being written. The window closes by itself when that is "
                    + "done; who closes it now leaves the file as it was.";

    private final Desk desk;
    private final Executor later;
    private final Last last;

    /// Whether the window closes as soon as everything is written.
    private boolean waiting;

    /// How often it has waited, so that an offer of the time before is none now.
    private int waits;

    private Optional<Sheet> offer = Optional.empty();

    /// What is to be done before the window may go.
    public interface Last {
        /// Whether something is to be asked or kept.
        boolean needed();

        /// Asks and keeps, and then runs `then`, unless the user thinks better of it or something went wrong.
        void settle(Runnable then);
    }

    /// @param later runs a task on the FX thread, when who waits is to be offered not to
    public Closing(Desk desk, Executor later, Last last) {
        this.desk = desk;
        this.later = later;
        this.last = last;
        desk.stage().addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::onRequest);
    }

    /// As if the user had asked the desktop for it.
    public void request() {
        desk.stage().fireEvent(new WindowEvent(desk.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void onRequest(WindowEvent event) {
        if (desk.files().busy()) {
            event.consume();
            await();
        } else if (last.needed()) {
            event.consume();
            last.settle(this::request); // which waits for what was saved and kept
        }
    }

    /// The window closes when everything is written, and stays if something could not be. Who waits long, or asks once
    /// more, may leave it half done; what is being written goes on meanwhile.
    private void await() {
        if (waiting) {
            offer();
            return;
        }
        waiting = true;
        int wait = ++waits;
        later.execute(() -> {
            if (waiting && waits == wait) {
                offer();
            }
        });
        desk.files().whenIdle(well -> {
            stopWaiting();
            if (well) {
                request();
            }
        });
    }

    private void stopWaiting() {
        waiting = false;
        offer.ifPresent(Sheet::close);
        offer = Optional.empty();
    }

    private void offer() {
        if (offer.isPresent()) {
            return;
        }
        Label why = new Label(STILL_WRITING);
        why.setWrapText(true);
        why.setMaxWidth(420);
        Button leave = Sheet.button("close-anyway", "Close anyway", () -> {
            desk.files().abandon();
            desk.stage().hide();
        });
        Button stay = Sheet.button("wait-for-file", "Wait", this::hideOffer);
        stay.setCancelButton(true);
        HBox buttons = new HBox(leave, stay);
        buttons.getStyleClass().add("sheet-buttons");
        Sheet sheet = new Sheet(desk.stage(), "still-writing", this::hideOffer, why, buttons);
        offer = Optional.of(sheet);
        sheet.open();
    }

    private void hideOffer() {
        offer.ifPresent(Sheet::close);
        offer = Optional.empty();
    }
}
