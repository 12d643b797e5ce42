package fallline.app.work;

import fallline.workbench.Mailbox;
import fallline.workbench.Subscription;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Questions of one kind, of which the newest counts. It belongs to the thread that asks.
public final class Asking<Q, A> {
    private static final class Order<Q> {
        private final Q question;

        /// Whether nobody wants the answer any more.
        private final AtomicBoolean cancelled = new AtomicBoolean();

        Order(Q question) {
            this.question = question;
        }
    }

    private sealed interface Letter<Q, A> {
        Order<Q> order();
    }

    private record Answer<Q, A>(Order<Q> order, A answer) implements Letter<Q, A> {}

    private record Fault<Q, A>(Order<Q> order, Throwable fault) implements Letter<Q, A> {}

    private final String doing;
    private final boolean showsOlder;
    private final Search<? super Q, ? extends A> search;
    private final Answered<? super Q, ? super A> listener;
    private final Patience patience;
    private final Failures failures;
    private final Mailbox<Order<Q>> orders;
    private final Mailbox<Letter<Q, A>> letters;
    private Optional<Q> asked = Optional.empty();
    private Optional<Order<Q>> current = Optional.empty();
    private Optional<Subscription> watch = Optional.empty();

    Asking(Asks asks, Executor lane, Search<? super Q, ? extends A> search, Answered<? super Q, ? super A> listener) {
        doing = asks.doing();
        showsOlder = asks.showsOlder();
        patience = asks.patience();
        failures = asks.failures();
        this.search = search;
        this.listener = listener;
        orders = new Mailbox<>(lane, (_, newer) -> newer, this::work);
        letters = new Mailbox<>(asks.own(), (_, newer) -> newer, this::read);
    }

    /// What all questions of one kind have in common.
    ///
    /// @param showsOlder whether an answer that comes while a newer question waits is told too
    /// @param own runs tasks on the thread that asks
    record Asks(String doing, boolean showsOlder, Executor own, Patience patience, Failures failures) {}

    /// Asks; the questions before are not to be answered any more.
    public void ask(Q question) {
        if (!showsOlder) {
            current.ifPresent(before -> before.cancelled.set(true));
        }
        Order<Q> order = new Order<>(question);
        asked = Optional.of(question);
        current = Optional.of(order);
        if (watch.isEmpty()) {
            watch = Optional.of(patience.watch(doing, Optional.of(this::cancel)));
        }
        orders.post(order);
    }

    /// Asks, unless this was the last question; without a question, what was asked is withdrawn.
    ///
    /// @return whether there is another question now, or none any more
    public boolean follow(Optional<Q> question) {
        if (question.equals(asked)) {
            return false;
        }
        question.ifPresentOrElse(this::ask, this::withdraw);
        return true;
    }

    /// The last question, answered or not.
    public Optional<Q> asked() {
        return asked;
    }

    /// Whether an answer is to come.
    public boolean waits() {
        return current.isPresent();
    }

    /// Wants no answer any more, and forgets what was asked.
    public void withdraw() {
        giveUp();
        asked = Optional.empty();
    }

    /// Wants no answer any more; the listener hears of it.
    public void cancel() {
        Optional<Order<Q>> given = current;
        giveUp();
        given.ifPresent(order -> listener.unanswered(order.question));
    }

    private void giveUp() {
        current.ifPresent(order -> order.cancelled.set(true));
        rest();
    }

    private void rest() {
        current = Optional.empty();
        endWatch();
    }

    private void endWatch() {
        watch.ifPresent(Subscription::cancel);
        watch = Optional.empty();
    }

    /// On the lane's thread, which lives on whatever happens.
    private void work(Order<Q> order) {
        if (order.cancelled.get()) {
            return;
        }
        try {
            letters.post(new Answer<>(order, search.answer(order.question, order.cancelled::get)));
        } catch (Throwable fault) {
            if (!order.cancelled.get()) {
                failures.keep(doing, fault);
            }
            letters.post(new Fault<>(order, fault));
        }
    }

    private void read(Letter<Q, A> letter) {
        Order<Q> order = letter.order();
        boolean newest = current.filter(order::equals).isPresent();
        if (order.cancelled.get() || (!newest && (!showsOlder || current.isEmpty()))) {
            return;
        }
        if (newest) {
            rest();
        } else {
            endWatch();
            watch = Optional.of(patience.watch(doing, Optional.of(this::cancel)));
        }
        switch (letter) {
            case Answer<Q, A> answer -> listener.answered(order.question, answer.answer());
            case Fault<Q, A> fault -> {
                failures.warn(doing, fault.fault());
                listener.unanswered(order.question);
            }
        }
    }
}
