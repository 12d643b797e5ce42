package fallline.app.settings;

import fallline.analysis.question.RateZones;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the settings card knows: the settings of the chosen run, and where good rates lie.
public final class SettingsModel {
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Optional<RateZones>> zones = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper zoned = new ReadOnlyBooleanWrapper(false);

    SettingsModel(Settings first) {
        settings = new ReadOnlyObjectWrapper<>(first);
    }

    ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// The zones under the learning rate; empty where they are not known.
    public ReadOnlyObjectProperty<Optional<RateZones>> zones() {
        return zones.getReadOnlyProperty();
    }

    void setSettings(Settings next) {
        if (!next.equals(settings.get())) {
            settings.set(next);
        }
    }

    /// Whether there is to be room for zones, known at the moment or not.
    ReadOnlyBooleanProperty zoned() {
        return zoned.getReadOnlyProperty();
    }

    void setZones(boolean expected, Optional<RateZones> next) {
        zoned.set(expected);
        if (!next.equals(zones.get())) {
            zones.set(next);
        }
    }
}
