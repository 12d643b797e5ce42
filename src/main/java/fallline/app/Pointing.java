package fallline.app;

import fallline.figure.Hit;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The step that the mouse is on in any of the panes, which lights up in all. FX thread.
public final class Pointing {
    private final ReadOnlyObjectWrapper<Optional<Hit.Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReadOnlyObjectProperty<Optional<Hit.Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public Optional<Hit.Step> step() {
        return step.get();
    }

    /// The mouse is on this step, or on none.
    public void pointAt(Optional<Hit.Step> now) {
        step.set(now);
    }
}
