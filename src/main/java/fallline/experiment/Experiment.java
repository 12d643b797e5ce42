package fallline.experiment;

import fallline.number.Numbers;
import fallline.problem.Problem;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A problem, a start, and the runs that start there: all that the numbers on the screen come from.
///
/// @param seed what all randomness comes from
/// @param steps how many steps every run takes, 1 … 10⁶; never fewer than a recorded path goes on
/// @param runs one or more, with unique names. Each keeps its look for life; one that comes without gets the first that
///     no other run has, or that the fewest have. A fork of a run that is not here is one of nobody.
/// @param optimizers the texts of the experiment's own update rules by id; they win over the catalogue
public record Experiment(
        Problem problem, Start start, long seed, int steps, List<Run> runs, Map<String, String> optimizers) {
    /// The most steps that a run may take.
    public static final int MOST_STEPS = 1_000_000;

    public Experiment {
        runs = List.copyOf(runs);
        optimizers = Map.copyOf(optimizers);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("an experiment needs at least one run");
        }
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps must be 1 to 1\u202f000\u202f000, got " + Numbers.whole(steps));
        }
        for (Run run : runs) {
            steps = Math.max(steps, run.recorded().map(RecordedPath::lastStep).orElse(1));
        }
        Set<String> names = new HashSet<>();
        for (Run run : runs) {
            if (!names.add(run.name())) {
                throw new IllegalArgumentException(
                        "two runs are called " + Quote.of(run.name()) + ": names must differ");
            }
        }
        runs = Kinship.settled(runs);
    }

    /// The parameters at step 0.
    public double[] startPoint() {
        return start.point(problem.objective(), seed);
    }

    /// The run called `name`, or the first when there is none.
    public Run runOrFirst(String name) {
        return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElse(runs.getFirst());
    }

    /// The place of the run called `name`, or −1.
    public int indexOf(String name) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// `wanted`, or `wanted 2`, `wanted 3` … if there is a run of that name.
    public String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; indexOf(name) >= 0; i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    /// The experiment with another problem of as many parameters.
    public Experiment withProblem(Problem other) {
        return new Experiment(other, start, seed, steps, runs, optimizers);
    }

    public Experiment withStart(Start other) {
        return new Experiment(problem, other, seed, steps, runs, optimizers);
    }

    public Experiment withSeed(long other) {
        return new Experiment(problem, start, other, steps, runs, optimizers);
    }

    public Experiment withSteps(int other) {
        return new Experiment(problem, start, seed, other, runs, optimizers);
    }

    public Experiment withRuns(List<Run> others) {
        return new Experiment(problem, start, seed, steps, others, optimizers);
    }

    /// The experiment with these rules of its own, by id.
    public Experiment withOptimizers(Map<String, String> others) {
        return new Experiment(problem, start, seed, steps, runs, others);
    }

    /// The experiment with `run` in the place of the one called `name`; a run that is new has the look and the
    /// origin of the one whose place it takes. Forks of that one are forks of it.
    public Experiment withRun(String name, Run run) {
        int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no run called " + Quote.of(name));
        }
        Run before = runs.get(index);
        List<Run> changed = new ArrayList<>(runs);
        changed.replaceAll(other -> other.withFork(other.fork().map(fork -> fork.renamed(name, run.name()))));
        changed.set(
                index,
                run.look().isPresent()
                        ? run
                        : new Run(run.name(), run.source(), before.look(), before.fork(), before.repeats()));
        return withRuns(changed);
    }

    /// The experiment with one more run at the end.
    public Experiment withAdded(Run run) {
        List<Run> more = new ArrayList<>(runs);
        more.add(run);
        return withRuns(more);
    }

    /// The experiment without the run called `name`; the last run stays. What was forked from it comes from where
    /// it came from itself.
    public Experiment without(String name) {
        int index = indexOf(name);
        if (runs.size() == 1 || index < 0) {
            return this;
        }
        Run gone = runs.get(index);
        return withRuns(runs.stream()
                .filter(run -> run != gone)
                .map(run -> run.withFork(run.fork().map(fork -> fork.without(gone))))
                .toList());
    }

    /// The experiment with the run called `name` at another place of the list.
    ///
    /// @param place from 0; one beyond an end is that end
    public Experiment withMoved(String name, int place) {
        int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no run called " + Quote.of(name));
        }
        List<Run> ordered = new ArrayList<>(runs);
        Run run = ordered.remove(index);
        ordered.add(Math.clamp(place, 0, ordered.size()), run);
        return withRuns(ordered);
    }
}
