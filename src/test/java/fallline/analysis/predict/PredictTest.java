package fallline.analysis.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.judge.Judge;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an audience foretells")
class PredictTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());
    private static final Problem SQUARE = Formulas.minimise("w^2", "w");

    private static Run descent(double rate) {
        return new Run("Run", RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate))));
    }

    private static Experiment experiment(Problem problem, double rate, int steps, double... start) {
        return new Experiment(problem, Start.at(start), 0, steps, List.of(descent(rate)), Map.of());
    }

    private static RunTask task(Experiment experiment) {
        return RESOLVER.resolve(experiment, experiment.runs().getFirst());
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    private static Landing landing(Experiment experiment, int step, int ahead) {
        RunTask task = task(experiment);
        return Landing.of(task, trace(task), step, ahead).orElseThrow();
    }

    @Test
    @DisplayName("w² at rate 0.1 goes from 20 to 16 and to 12.8; the tenth step lands at 20·0.8¹⁰")
    void landsWhereTheTextbookSays() {
        Experiment square = experiment(SQUARE, 0.1, 50, 20);
        assertThat(landing(square, 0, 1).truth()).containsExactly(16);
        assertThat(landing(square, 1, 1).from()).containsExactly(16);
        assertThat(landing(square, 1, 1).truth()[0]).isEqualTo(12.8, within(1e-12));
        assertThat(landing(square, 0, 10).truth()[0]).isEqualTo(20 * Math.pow(0.8, 10), within(1e-12));
        assertThat(landing(square, 0, 1).length()).isEqualTo(4);
    }

    @Test
    @DisplayName("a guess is as far off as it is, in parameters and as a share of the way")
    void distance() {
        Landing next = landing(experiment(SQUARE, 0.1, 50, 20), 0, 1);
        Landing.Miss miss = next.miss(new double[] {17});
        assertThat(miss.distance()).isEqualTo(1);
        assertThat(miss.share()).isEqualTo(0.25);
        assertThat(miss.points()).isEqualTo(0.75);
        assertThat(next.miss(new double[] {16}).points()).isEqualTo(1);
        assertThat(next.miss(new double[] {26}).points())
                .as("a whole way and more beside it")
                .isZero();
        Landing bowl = landing(experiment(Formulas.minimise("(x^2 + y^2)/2", "x", "y"), 1, 5, 3, 4), 0, 1);
        assertThat(bowl.truth()).containsExactly(0, 0);
        assertThat(bowl.miss(new double[] {0, 2.5}).share()).isEqualTo(0.5);
    }

    @Test
    @DisplayName("a run that rests has no way: only its own place is right")
    void rests() {
        Landing rest = landing(experiment(SQUARE, 0.1, 5, 0), 0, 1);
        assertThat(rest.length()).isZero();
        assertThat(rest.miss(new double[] {0}).points()).isEqualTo(1);
        assertThat(rest.miss(new double[] {1}).share()).isInfinite();
        assertThat(rest.miss(new double[] {1}).points()).isZero();
    }

    @Test
    @DisplayName("nothing is asked beyond the last finite step")
    void beyondTheEnd() {
        RunTask task = task(experiment(SQUARE, 0.1, 5, 20));
        assertThat(Landing.of(task, trace(task), 4, 1)).isPresent();
        assertThat(Landing.of(task, trace(task), 5, 1)).isEmpty();
        assertThat(Landing.of(task, trace(task), 0, 10)).isEmpty();
        assertThatThrownBy(() -> Landing.of(task, trace(task), 0, 0)).hasMessageContaining("1 step ahead");
        RunTask away = task(experiment(SQUARE, 1e200, 5, 20));
        assertThat(Landing.of(away, trace(away), 0, 1))
                .as("it leaves the numbers")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.1, CONVERGES", "0.9, CONVERGES", "1, OSCILLATES", "1.05, DIVERGES", "1e-5, CONVERGES"})
    @DisplayName("w², whose limit 2/L is 1: below it converges, at exactly 2/L it oscillates, above it diverges")
    void fates(double rate, Fate fate) {
        RunTask task = task(experiment(SQUARE, rate, 200, 20));
        assertThat(Fate.of(Judge.verdict(task, trace(task)))).contains(fate);
    }

    @Test
    @DisplayName("a run that rests on a saddle does none of the three")
    void noFate() {
        RunTask task = task(experiment(Formulas.minimise("x^2 - y^2", "x", "y"), 0.1, 200, 1, 0));
        assertThat(Fate.of(Judge.verdict(task, trace(task)))).isEmpty();
    }

    private static Ranking ranking(Experiment experiment, List<Double> rates) {
        return Ranking.of(RESOLVER, experiment, experiment.runs().getFirst(), rates, 20, () -> false);
    }

    @Test
    @DisplayName("three rates on w² rank as (1 − 2α)⁴⁰ says")
    void ranks() {
        Ranking ranking = ranking(experiment(SQUARE, 0.1, 50, 20), List.of(0.025, 0.1, 0.4));
        for (int i = 0; i < 3; i++) {
            double factor = Math.pow(1 - 2 * ranking.rates().get(i), 40);
            assertThat(ranking.losses().get(i)).isEqualTo(400 * factor, within(1e-9 * 400 * factor));
        }
        assertThat(ranking.order()).containsExactly(2, 1, 0);
        assertThat(ranking.points(List.of(2, 1, 0))).isEqualTo(1);
        assertThat(ranking.points(List.of(0, 1, 2))).isZero();
        assertThat(ranking.points(List.of(1, 2, 0))).isEqualTo(2.0 / 3, within(1e-15));
    }

    @Test
    @DisplayName("a rate that leaves the numbers is last; equal ones stand right either way")
    void ranksEnds() {
        Ranking ranking = ranking(experiment(SQUARE, 0.1, 50, 20), List.of(1e30, 0.3, 0.7));
        assertThat(ranking.losses().getFirst()).isNaN();
        assertThat(ranking.order().getLast()).isZero();
        assertThat(ranking.points(List.of(1, 2, 0)))
                .as("0.3 and 0.7 shrink by ±0.4 a step")
                .isEqualTo(1);
        assertThat(ranking.points(List.of(2, 1, 0))).isEqualTo(1);
        assertThatThrownBy(() -> ranking.points(List.of(0, 0, 1))).hasMessageContaining("one place");
    }

    @Test
    @DisplayName("the usual rates are a quarter of the run's own, itself and four times as much")
    void usualRates() {
        Run run = descent(0.2);
        Experiment square = experiment(SQUARE, 0.2, 5, 20);
        assertThat(Ranking.usualRates(RESOLVER.optimizer(square, run), run.recipe()))
                .contains(List.of(0.05, 0.2, 0.8));
        Run cg = new Run("CG", RunRecipe.of("cg", Map.of()));
        assertThat(Ranking.usualRates(RESOLVER.optimizer(square, cg), cg.recipe()))
                .isEmpty();
    }

    @Test
    @DisplayName("a score adds up, and says so")
    void score() {
        Score score = Score.NONE.plus(1).plus(0.75).plus(0.55);
        assertThat(score.words()).isEqualTo("2.3 of 3");
        assertThat(Score.NONE.words()).isEqualTo("0 of 0");
        assertThatThrownBy(() -> Score.NONE.plus(2)).hasMessageContaining("0 to 1 point");
    }
}
