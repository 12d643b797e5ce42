package fallline.app.settings;

import fallline.analysis.question.CurvatureQuestion;
import fallline.analysis.question.RateZones;
import fallline.experiment.run.RunTask;
import fallline.workbench.Mailbox;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import fallline.workbench.Subscription;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/// Keeps the zones under the learning rate up to date: asks on the workbench's thread, computes in the background, and
/// tells the newest answer. Questions that come while one is answered wait, and the newest of them wins.
public final class RateZonesModel {
    private record Answer(Optional<CurvatureQuestion> question, Optional<RateZones> zones) {}

    private final Mailbox<Optional<CurvatureQuestion>> questions;
    private final Mailbox<Answer> answers;
    private final BiConsumer<Boolean, Optional<RateZones>> listener;
    private final Subscription subscription;
    private Optional<CurvatureQuestion> asked = Optional.empty();

    /// @param background answers questions
    /// @param own runs tasks on the workbench's thread
    /// @param listener is told there whether there are zones for this problem and rule at all, and which
    public RateZonesModel(
            Workbench workbench, Executor background, Executor own, BiConsumer<Boolean, Optional<RateZones>> listener) {
        this.listener = listener;
        answers = new Mailbox<>(own, (_, newer) -> newer, this::tell);
        questions = new Mailbox<>(background, (_, newer) -> newer, this::answer);
        subscription = workbench.listen(this::ask);
        ask(workbench.scene());
    }

    /// Ends listening.
    public void close() {
        subscription.cancel();
    }

    private void ask(Scene scene) {
        Optional<CurvatureQuestion> question = CurvatureQuestion.of(
                scene,
                scene.record(scene.chosen().name()).flatMap(RunRecord::task).map(RunTask::optimizer));
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        if (question.isPresent()) {
            questions.post(question);
        } else {
            listener.accept(false, Optional.empty());
        }
    }

    private void answer(Optional<CurvatureQuestion> question) {
        answers.post(new Answer(question, question.flatMap(CurvatureQuestion::answer)));
    }

    private void tell(Answer answer) {
        // an answer to an older question of the same kind is better than none while the point moves
        if (asked.isPresent()) {
            listener.accept(true, answer.zones());
        }
    }
}
