package fallline.app.gradient;

import fallline.analysis.CheckedGradient;
import fallline.experiment.Experiment;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import fallline.workbench.Subscription;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Checks the gradient of every new problem in the background. A check that a newer problem has overtaken is given up.
final class GradientModel {
    private final Executor later;
    private final Executor own;
    private final Consumer<Optional<CheckedGradient>> listener;
    private final AtomicReference<Problem> newest;
    private final Subscription subscription;

    /// @param later runs checks, after a pause in which a newer problem may come
    /// @param own runs tasks on the workbench's thread
    /// @param listener is told there what was found, and of nothing while a check is going on
    GradientModel(Workbench workbench, Executor later, Executor own, Consumer<Optional<CheckedGradient>> listener) {
        this.later = later;
        this.own = own;
        this.listener = listener;
        newest = new AtomicReference<>(workbench.experiment().problem());
        subscription = workbench.listen(this::show);
        begin(workbench.experiment());
    }

    /// Ends listening, and gives up what is going on.
    void close() {
        subscription.cancel();
    }

    private void show(Scene scene) {
        Problem problem = scene.experiment().problem();
        if (newest.getAndSet(problem) != problem) {
            begin(scene.experiment());
        }
    }

    private void begin(Experiment experiment) {
        listener.accept(Optional.empty());
        Problem problem = experiment.problem();
        later.execute(() -> {
            BooleanSupplier overtaken = () -> newest.get() != problem;
            Optional<CheckedGradient> found = CheckedGradient.of(experiment, overtaken);
            own.execute(() -> {
                if (!overtaken.getAsBoolean()) {
                    listener.accept(found);
                }
            });
        });
    }
}
