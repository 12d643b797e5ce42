package fallline.optimizer.batch;

import java.util.List;

/// Which rows the gradient of a step is taken over.
public sealed interface Batching {
    /// All rows, every step.
    record Full() implements Batching {}

    /// `size` rows a step, shuffled anew each epoch; the last batch of an epoch may be short. Size 1 is stochastic
    /// gradient descent.
    record Shuffled(int size) implements Batching {
        public Shuffled {
            if (size < 1) {
                throw new IllegalArgumentException("batch size must be at least 1, got " + size);
            }
        }
    }

    /// The given batches of 0-based row numbers, repeated from the first after the last.
    record Given(List<int[]> batches) implements Batching {
        public Given {
            batches = List.copyOf(batches);
            if (batches.isEmpty() || batches.stream().anyMatch(batch -> batch.length == 0)) {
                throw new IllegalArgumentException("batch rows must be one or more lists of one or more row numbers");
            }
        }
    }

    /// All rows, every step.
    static Batching full() {
        return new Full();
    }
}
