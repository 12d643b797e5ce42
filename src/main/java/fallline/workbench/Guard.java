package fallline.workbench;

import fallline.experiment.Experiment;

/// Stands before everything that changes the experiment of a document or moves the playhead, whoever asks for it, and
/// says the reason itself where it refuses. Asked on the workbench's thread.
public interface Guard {
    /// Lets everything pass.
    Guard NONE = new Guard() {
        @Override
        public boolean lets(Experiment before, Experiment after) {
            return true;
        }

        @Override
        public boolean letsMove() {
            return true;
        }
    };

    /// Whether one state of the document may give way to another, by an edit, an undo or a redo.
    boolean lets(Experiment before, Experiment after);

    /// Whether the playhead may go to another step.
    boolean letsMove();
}
