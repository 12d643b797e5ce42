package fallline.app.settings;

import fallline.analysis.question.CurvatureQuestion;
import fallline.analysis.question.RateZones;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.experiment.run.RunTask;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Keeps the zones under the learning rate up to date: asks on the workbench's thread, computes in the background, and
/// tells the newest answer. Questions that come while one is answered wait, and the newest of them wins.
public final class RateZonesModel {
    private final Asking<CurvatureQuestion, Optional<RateZones>> asking;
    private final BiConsumer<Boolean, Optional<RateZones>> listener;

    /// @param listener is told whether there are zones for this problem and rule at all, and which
    public RateZonesModel(Workbench workbench, Questions questions, BiConsumer<Boolean, Optional<RateZones>> listener) {
        this.listener = listener;
        // an answer to an older question of the same kind is better than none while the point moves
        asking = questions.following(
                Lane.ANALYSIS,
                "Finding good learning rates",
                CurvatureQuestion::answer,
                (_, zones) -> listener.accept(true, zones));
        workbench.listen(RateZonesModel::question, this::ask);
    }

    private static Optional<CurvatureQuestion> question(Scene scene) {
        return CurvatureQuestion.of(
                scene,
                scene.record(scene.chosen().name()).flatMap(RunRecord::task).map(RunTask::optimizer));
    }

    private void ask(Optional<CurvatureQuestion> question) {
        if (asking.follow(question) && question.isEmpty()) {
            listener.accept(false, Optional.empty());
        }
    }
}
