package fallline.app.runs;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The lines of the list of runs.
final class RunsModel {
    private final ReadOnlyObjectWrapper<List<RunLine>> lines;

    RunsModel(List<RunLine> first) {
        lines = new ReadOnlyObjectWrapper<>(first);
    }

    ReadOnlyObjectProperty<List<RunLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    void setLines(List<RunLine> next) {
        if (!next.equals(lines.get())) {
            lines.set(next);
        }
    }
}
