package fallline.app.settings;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the settings card knows: the settings of the chosen run, and where good rates lie.
public final class SettingsModel {
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Optional<RateZones>> zones = new ReadOnlyObjectWrapper<>(Optional.empty());

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

    void setZones(Optional<RateZones> next) {
        if (!next.equals(zones.get())) {
            zones.set(next);
        }
    }
}
