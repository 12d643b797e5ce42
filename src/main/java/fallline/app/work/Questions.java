package fallline.app.work;

import java.util.concurrent.Executor;
import java.util.function.Function;

/// The door for questions whose answers take a while. It belongs to the thread that asks.
///
/// Of several questions of one kind the newest counts. A question that takes longer than [Patience] shows that it is
/// worked on and can be cancelled. A fault in answering it is told in one sentence, its trace goes to the log, and the
/// lane answers the next.
public final class Questions {
    private final Function<Lane, Executor> lanes;
    private final Executor own;
    private final Patience patience;
    private final Failures failures;

    /// @param lanes where the work of each lane is done
    /// @param own runs tasks on the thread that asks
    public Questions(Function<Lane, Executor> lanes, Executor own, Patience patience, Failures failures) {
        this.lanes = lanes;
        this.own = own;
        this.patience = patience;
        this.failures = failures;
    }

    /// Questions of one kind: only the answer to the newest is told.
    ///
    /// @param doing what is done, for the user: `Sorting the table`
    /// @param answer answers on a thread of the lane
    public <Q, A> Asking<Q, A> on(
            Lane lane, String doing, Function<? super Q, ? extends A> answer, Answered<? super Q, ? super A> listener) {
        return on(lane, doing, (question, _) -> answer.apply(question), listener);
    }

    /// As above, for work that can be given up while it is done.
    public <Q, A> Asking<Q, A> on(
            Lane lane, String doing, Search<? super Q, ? extends A> search, Answered<? super Q, ? super A> listener) {
        return new Asking<>(asks(doing, false), lanes.apply(lane), search, listener);
    }

    /// Questions of one kind that follow something that moves: an answer that comes while a newer question waits is
    /// told as well, for it is better than none.
    public <Q, A> Asking<Q, A> following(
            Lane lane, String doing, Function<? super Q, ? extends A> answer, Answered<? super Q, ? super A> listener) {
        return new Asking<>(asks(doing, true), lanes.apply(lane), (question, _) -> answer.apply(question), listener);
    }

    /// As above, for work that can be given up while it is done, when the user cancels it.
    public <Q, A> Asking<Q, A> following(
            Lane lane, String doing, Search<? super Q, ? extends A> search, Answered<? super Q, ? super A> listener) {
        return new Asking<>(asks(doing, true), lanes.apply(lane), search, listener);
    }

    private Asking.Asks asks(String doing, boolean showsOlder) {
        return new Asking.Asks(doing, showsOlder, own, patience, failures);
    }

    /// A lane for work that comes back by a way of its own, and of which every piece counts. A fault in it is told.
    ///
    /// @param doing what is done, for the user
    public Executor lane(Lane lane, String doing) {
        Executor threads = lanes.apply(lane);
        return work -> threads.execute(() -> {
            try {
                work.run();
            } catch (Throwable fault) {
                failures.tell(doing, fault);
            }
        });
    }

    /// Whether every question is answered, and every file read and written.
    public boolean atRest() {
        return patience.working().atRest();
    }

    /// Runs tasks on the thread that asks.
    public Executor own() {
        return own;
    }
}
