package fallline.workbench;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import java.util.Map;

/// An experiment that was laid aside with its document, its view and its whole history, to be brought back exactly
/// as it was. Only the [Workbench] looks into it.
public final class Aside {
    private final Experiment experiment;
    private final Document document;
    private final ViewState view;
    private final History history;
    private final Map<String, RunRecord> records;

    /// @param records what is known of its runs, as far as nothing is missing
    Aside(Experiment experiment, Document document, ViewState view, History history, Map<String, RunRecord> records) {
        this.experiment = experiment;
        this.document = document;
        this.view = view;
        this.history = history;
        this.records = Map.copyOf(records);
    }

    /// The experiment.
    public Experiment experiment() {
        return experiment;
    }

    /// Its identity.
    public Document document() {
        return document;
    }

    ViewState view() {
        return view;
    }

    History history() {
        return history;
    }

    Map<String, RunRecord> records() {
        return records;
    }
}
