package fallline.app.work;

import java.util.function.BooleanSupplier;

/// Answers a question on any thread, and may give up when nobody wants the answer any more.
@FunctionalInterface
public interface Search<Q, A> {
    /// @param cancelled whether the answer will be thrown away; whoever asks it now and then may return anything after
    A answer(Q question, BooleanSupplier cancelled);
}
