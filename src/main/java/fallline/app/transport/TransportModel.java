package fallline.app.transport;

import fallline.experiment.judge.Tone;
import fallline.workbench.Narration;
import fallline.workbench.Speed;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the transport bar shows. Only this feature writes it.
public final class TransportModel {
    /// A step on the way to the last one.
    public record Position(int step, int last) {}

    private final ReadOnlyObjectWrapper<Position> position = new ReadOnlyObjectWrapper<>(new Position(0, 1));
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(Speed.INITIAL);
    private final ReadOnlyObjectWrapper<Narration> narration =
            new ReadOnlyObjectWrapper<>(new Narration(Tone.QUIET, ""));

    TransportModel() {}

    /// Where the playhead stands.
    public ReadOnlyObjectProperty<Position> positionProperty() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Steps a second.
    public ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Narration> narrationProperty() {
        return narration.getReadOnlyProperty();
    }

    void setPosition(Position now) {
        position.set(now);
    }

    void setPlaying(boolean now) {
        playing.set(now);
    }

    void setSpeed(double stepsPerSecond) {
        speed.set(stepsPerSecond);
    }

    void setNarration(Narration next) {
        narration.set(next);
    }
}
