package fallline.experiment;

import java.util.Optional;

/// Where a run comes from that was forked: from another run, at a step.
///
/// @param of the name of the run that it was forked from; empty once that is gone
/// @param step up to which both went the same way, from 1
public record Fork(Optional<String> of, int step) {
    public Fork {
        if (step < 1) {
            throw new IllegalArgumentException("a fork's step must be 1 or more, got " + step);
        }
    }

    /// From the run called `name`.
    public static Fork of(String name, int step) {
        return new Fork(Optional.of(name), step);
    }

    /// The same fork, when the run that is called `before` gets the name `after`.
    Fork renamed(String before, String after) {
        return of.filter(before::equals).isPresent() ? Fork.of(after, step) : this;
    }

    /// The same fork when the run called `gone` goes: it then comes from where that run came from, if that was forked
    /// itself, at the earlier of the two steps, for up to there all three went the same way.
    Fork without(Run gone) {
        if (of.filter(gone.name()::equals).isEmpty()) {
            return this;
        }
        return gone.fork()
                .filter(before -> before.of().isPresent())
                .map(before -> new Fork(before.of(), Math.min(step, before.step())))
                .orElseGet(() -> new Fork(Optional.empty(), step));
    }

    /// As text: `from step 57 of Adam`, `from step 57`.
    public String text() {
        return "from step " + step + of.map(name -> " of " + name).orElse("");
    }
}
