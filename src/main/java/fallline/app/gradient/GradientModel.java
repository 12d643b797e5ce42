package fallline.app.gradient;

import fallline.analysis.CheckedGradient;
import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.experiment.Experiment;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Checks the gradient of every new problem in the background. A check that a newer problem has overtaken is given up.
final class GradientModel {
    private final Asking<Experiment, Optional<CheckedGradient>> asking;
    private final Executor pause;
    private final GradientBadge badge;
    private Optional<Experiment> newest = Optional.empty();

    /// @param pause runs tasks on the workbench's thread, after a pause in which a newer problem may come
    /// @param badge is told what was found, and of nothing while a check is going on
    GradientModel(Workbench workbench, Questions questions, Executor pause, GradientBadge badge) {
        this.pause = pause;
        this.badge = badge;
        asking = questions.on(Lane.ANALYSIS, "Checking the gradient", CheckedGradient::of, new Found());
        workbench.listen(scene -> scene.experiment().problem(), _ -> begin(workbench.experiment()));
    }

    private final class Found implements Answered<Experiment, Optional<CheckedGradient>> {
        @Override
        public void answered(Experiment experiment, Optional<CheckedGradient> found) {
            badge.show(found);
        }

        @Override
        public void unanswered(Experiment experiment) {
            badge.leave();
        }
    }

    private void begin(Experiment experiment) {
        asking.withdraw();
        newest = Optional.of(experiment);
        badge.show(Optional.empty());
        pause.execute(() -> {
            if (newest.filter(now -> now == experiment).isPresent()) {
                asking.ask(experiment);
            }
        });
    }
}
