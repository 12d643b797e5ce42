package fallline.app.settings;

import fallline.analysis.question.CurvatureHere;
import fallline.analysis.question.CurvatureQuestion;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.experiment.run.RunTask;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Keeps the curvature at the playhead and the zones under the learning rate up to date: asks on the workbench's
/// thread, computes in the background, and tells the newest answer. Questions that come while one is answered wait,
/// and the newest of them wins.
public final class RateZonesModel {
    private static final String DOING = "Finding good learning rates";

    /// A costly answer is worked out once nothing newer was asked for so many times 20 ms.
    private static final int RESTS = 12;

    private static final long REST = 20_000_000;

    private final Asking<CurvatureQuestion, CurvatureHere> asking;
    private final Asking<CurvatureQuestion, CurvatureHere> askingWhereItRests;
    private final Consumer<Optional<CurvatureHere>> listener;

    /// @param listener is told the curvature; nothing where there is no run whose rate could be judged
    public RateZonesModel(Workbench workbench, Questions questions, Consumer<Optional<CurvatureHere>> listener) {
        this.listener = listener;
        // an answer to an older question of the same kind is better than none while the point moves
        asking = questions.following(
                Lane.ANALYSIS,
                DOING,
                (CurvatureQuestion question, BooleanSupplier cancelled) -> question.answer(cancelled),
                (_, here) -> listener.accept(Optional.of(here)));
        askingWhereItRests = questions.on(
                Lane.ANALYSIS, DOING, RateZonesModel::rested, (_, here) -> listener.accept(Optional.of(here)));
        workbench.listen(RateZonesModel::question, this::ask);
    }

    private static Optional<CurvatureQuestion> question(Scene scene) {
        return CurvatureQuestion.of(
                scene,
                scene.record(scene.chosen().name()).flatMap(RunRecord::task).map(RunTask::optimizer));
    }

    private void ask(Optional<CurvatureQuestion> question) {
        boolean before =
                asking.asked().isPresent() || askingWhereItRests.asked().isPresent();
        boolean costly = question.filter(CurvatureQuestion::isCostly).isPresent();
        (costly ? asking : askingWhereItRests).withdraw();
        (costly ? askingWhereItRests : asking).follow(question);
        if (before && question.isEmpty()) {
            listener.accept(Optional.empty());
        }
    }

    private static CurvatureHere rested(CurvatureQuestion question, BooleanSupplier cancelled) {
        for (int i = 0; i < RESTS && !cancelled.getAsBoolean(); i++) {
            LockSupport.parkNanos(REST);
        }
        return question.answer(cancelled);
    }
}
