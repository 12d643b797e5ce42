package fallline.app.settings;

import fallline.analysis.question.CurvatureHere;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the settings card knows: the settings of the chosen run, and where good rates lie.
public final class SettingsModel {
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final List<Consumer<Settings>> views = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<CurvatureHere>> curvature =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper playhead = new ReadOnlyIntegerWrapper();

    SettingsModel(Settings first) {
        settings = new ReadOnlyObjectWrapper<>(first);
    }

    ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// The curvature at the playhead, with the zones under the learning rate; empty while it is not known.
    public ReadOnlyObjectProperty<Optional<CurvatureHere>> curvature() {
        return curvature.getReadOnlyProperty();
    }

    /// The step that the window shows. While it plays, only this changes.
    ReadOnlyIntegerProperty playhead() {
        return playhead.getReadOnlyProperty();
    }

    /// Calls `view` with the settings now, whenever they are others, and whenever a wish of a hand was not granted.
    void follow(Consumer<Settings> view) {
        views.add(view);
        settings.subscribe(view);
    }

    /// A wish was refused: controls that show it show what is.
    void showAgain() {
        views.forEach(view -> view.accept(settings.get()));
    }

    void setPlayhead(int step) {
        playhead.set(step);
    }

    void setSettings(Settings next) {
        if (!next.equals(settings.get())) {
            settings.set(next);
        }
    }

    void setCurvature(Optional<CurvatureHere> next) {
        curvature.set(next);
    }
}
