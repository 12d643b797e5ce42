package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.edit.Edits;
import fallline.figure.paint.RunStyle;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A run's identity")
class RunIdentityTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();

    private static Run run(String name) {
        return new Run(name, RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))));
    }

    private static Experiment experiment(Run... runs) {
        try {
            return new Experiment(
                    Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE),
                    Start.at(20),
                    0,
                    100,
                    List.of(runs),
                    Map.of());
        } catch (fallline.expr.FormulaException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> looks(Experiment experiment) {
        return experiment.runs().stream().map(run -> run.look().orElseThrow()).toList();
    }

    private static Optional<Fork> fork(Experiment experiment, String name) {
        return experiment.runs().get(experiment.indexOf(name)).fork();
    }

    @Test
    @DisplayName("is one of as many looks as there are styles")
    void asManyAsStyles() {
        assertThat(RunStyle.all()).hasSize(Run.LOOKS);
    }

    @Test
    @DisplayName("is given in order to runs that come without, and a new run takes the first that is free")
    void firstFree() {
        Experiment three = experiment(run("a"), run("b"), run("c"));
        assertThat(looks(three)).containsExactly(0, 1, 2);
        Experiment two = three.without("b").withMoved("c", 0);
        assertThat(looks(two)).containsExactly(2, 0);
        assertThat(looks(Edits.withAdded(two, run("d")))).containsExactly(2, 0, 1);
        Run[] nine = IntStream.range(0, 9).mapToObj(i -> run("r" + i)).toArray(Run[]::new);
        assertThat(looks(experiment(nine))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0);
        assertThat(looks(Edits.withAdded(experiment(nine).without("r3"), run("new")))
                        .getLast())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("stays under another name, optimizer and recipe")
    void stays() {
        Experiment two = experiment(run("a"), run("Gradient descent")).withMoved("Gradient descent", 0);
        Experiment adam = Edits.withOptimizer(
                two, "Gradient descent", CATALOGUE.find("gd", Map.of()), CATALOGUE.find("adam", Map.of()));
        assertThat(adam.runs().getFirst().name()).isEqualTo("Adam");
        assertThat(looks(adam)).containsExactly(1, 0);
        assertThat(looks(adam.withRun("Adam", run("Plain")))).containsExactly(1, 0);
    }

    @Test
    @DisplayName("says from which step of which run a fork comes, follows that run's name, and outlives it")
    void forks() {
        Experiment forked = Edits.withFork(experiment(run("gd"), run("other")), "gd", 57);
        assertThat(forked.runs()).extracting(Run::name).containsExactly("gd", "gd 2", "other");
        assertThat(fork(forked, "gd 2").orElseThrow().text()).isEqualTo("from step 57 of gd");
        assertThat(Edits.sharesItsWay(forked, forked.runs().get(1))).isTrue();

        Experiment again = Edits.withFork(Edits.withFork(forked, "gd 2", 80), "gd", 30);
        assertThat(again.runs()).extracting(Run::name).containsExactly("gd", "gd 2", "gd 3", "gd 4", "other");
        Experiment renamed = Edits.withRenamed(again, "gd 2", "branch");
        assertThat(fork(renamed, "gd 3")).contains(Fork.of("branch", 80));

        Experiment without = renamed.without("branch");
        assertThat(fork(without, "gd 3")).as("both shared the way up to 57").contains(Fork.of("gd", 57));
        Experiment orphans = without.without("gd");
        assertThat(fork(orphans, "gd 4").orElseThrow().text()).isEqualTo("from step 30");
        assertThat(Edits.withAdded(orphans, run("gd")).runs())
                .filteredOn(run -> run.fork().flatMap(Fork::of).isPresent())
                .as("another run of that name is nobody's parent")
                .isEmpty();
        assertThat(fork(Edits.withDuplicate(forked, "gd 2"), "gd 3")).contains(Fork.of("gd", 57));
        assertThat(Edits.withFork(forked, "other", 0).runs().getLast().fork()).isEmpty();
    }

    @Test
    @DisplayName(
            "knows whether a fork still shares its way: changes from its step on are its own, earlier ones are not")
    void sharedWay() {
        Experiment forked = Edits.withFork(experiment(run("gd")), "gd", 57);
        Experiment late = Edits.withHyperparameter(forked, "gd 2", "lr", HyperValue.of(0.5), 57);
        Experiment early = Edits.withHyperparameter(forked, "gd 2", "lr", HyperValue.of(0.5), 56);
        Experiment parent = Edits.withHyperparameter(forked, "gd", "lr", HyperValue.of(0.5), 0);
        assertThat(Edits.sharesItsWay(late, late.runs().getLast())).isTrue();
        assertThat(Edits.sharesItsWay(early, early.runs().getLast())).isFalse();
        assertThat(Edits.sharesItsWay(parent, parent.runs().getLast())).isFalse();
    }

    @Test
    @DisplayName("is refused where forks go round in a circle")
    void circle() {
        Run a = run("a").withFork(Optional.of(Fork.of("b", 1)));
        Run b = run("b").withFork(Optional.of(Fork.of("a", 1)));
        assertThatThrownBy(() -> experiment(a, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> run("a").withLook(8)).hasMessageContaining("0 to 7");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("survives whatever is added, copied, forked, removed, renamed, moved and taken back")
    void random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Experiment now = experiment(run("a"));
        Deque<Experiment> history = new ArrayDeque<>();
        for (int turn = 0; turn < 300; turn++) {
            Experiment before = now;
            String name =
                    before.runs().get(random.nextInt(before.runs().size())).name();
            Map<String, OptionalInt> looks = new HashMap<>();
            before.runs().forEach(run -> looks.put(run.name(), run.look()));
            int what = random.nextInt(before.runs().size() > 12 ? 3 : 8);
            String other = "n" + turn;
            now = switch (what) {
                case 0 -> before.without(name);
                case 1 -> before.withMoved(name, random.nextInt(before.runs().size()));
                case 2 -> Edits.withRenamed(before, name, other);
                case 3 -> Edits.withAdded(before, run("a"));
                case 4 -> Edits.withDuplicate(before, name);
                case 5 -> Edits.withFork(before, name, random.nextInt(100));
                case 6 -> Edits.withHyperparameter(before, name, "lr", HyperValue.of(random.nextDouble()), 0);
                default -> history.isEmpty() ? before : history.pop();
            };
            boolean undone = what == 7;
            if (!undone) {
                history.push(before);
            }
            for (Run run : now.runs()) {
                String called = what == 2 && run.name().equals(other) ? name : run.name();
                if (!undone && looks.containsKey(called)) {
                    assertThat(run.look()).as("%s, turn %d", run.name(), turn).isEqualTo(looks.get(called));
                } else if (!undone) {
                    assertThat(run.look().orElseThrow()).isEqualTo(firstFree(before));
                }
                Experiment there = now;
                run.fork().flatMap(Fork::of).ifPresent(parent -> assertThat(there.indexOf(parent))
                        .as("%s comes from %s", run.name(), parent)
                        .isNotNegative());
            }
        }
        while (!history.isEmpty()) {
            now = history.pop();
        }
        assertThat(now.runs()).isEqualTo(experiment(run("a")).runs());
    }

    /// The first look that the fewest runs have, counted anew.
    private static int firstFree(Experiment experiment) {
        List<Integer> worn = looks(experiment);
        return IntStream.range(0, 100)
                .map(i -> i % 8)
                .filter(look -> worn.stream().filter(other -> other == look).count()
                        == IntStream.range(0, 8)
                                .mapToLong(every -> worn.stream()
                                        .filter(other -> other == every)
                                        .count())
                                .min()
                                .orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
