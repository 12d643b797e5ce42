package fallline.app.data;

import fallline.app.desk.Desk;
import fallline.app.desk.Notices;
import fallline.data.DataException;
import fallline.experiment.Experiment;
import fallline.experiment.edit.CarriedRuns;
import fallline.experiment.edit.NewExperiments;
import fallline.problem.ColumnPlan;
import fallline.problem.ModelDraft;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes experiments of chosen columns and opens them, with the runs that are here. It belongs to the FX thread.
final class ModelMaker {
    private final Workbench workbench;
    private final NewExperiments experiments;
    private final Notices notices;
    private final DataWork work;

    /// What came of it: an experiment, or the sentence why there is none.
    private record Made(Optional<CarriedRuns.Carried> carried, Optional<String> refusal) {}

    ModelMaker(Desk desk, NewExperiments experiments) {
        workbench = desk.workbench();
        notices = desk.notices();
        work = new DataWork(desk.questions());
        this.experiments = experiments;
    }

    /// Makes and opens an experiment of a plan.
    ///
    /// @param rows how many rows the data have
    /// @param plan what to make it of; may take its time, and throw a [DataException]
    /// @param answer is told the sentence why it cannot be, or empty once the experiment is open
    void make(int rows, Supplier<ColumnPlan> plan, ModelOptions options, Consumer<Optional<String>> answer) {
        make(rows, plan, options, OptionalInt.empty(), answer);
    }

    /// As above.
    ///
    /// @param steps how many steps the experiment takes; empty for as many as usual
    void make(
            int rows,
            Supplier<ColumnPlan> plan,
            ModelOptions options,
            OptionalInt steps,
            Consumer<Optional<String>> answer) {
        Experiment before = workbench.experiment();
        work.run(rows, () -> made(plan, options, steps, before), made -> {
            made.carried().ifPresent(carried -> {
                workbench.exchange(carried.experiment());
                carried.note().ifPresent(notices::tell);
            });
            answer.accept(made.refusal());
        });
    }

    /// Gives what takes its time for many rows.
    <T> void find(int rows, Supplier<T> question, Consumer<T> answer) {
        work.run(rows, question, answer);
    }

    private Made made(Supplier<ColumnPlan> plan, ModelOptions options, OptionalInt steps, Experiment before) {
        try {
            Experiment usual = experiments.forModel(problem(plan.get(), options, before.problem()));
            Experiment fresh = steps.isPresent() ? usual.withSteps(steps.getAsInt()) : usual;
            return new Made(Optional.of(experiments.carried(fresh, before)), Optional.empty());
        } catch (DataException | IllegalArgumentException e) {
            return new Made(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        } catch (OutOfMemoryError _) {
            return new Made(
                    Optional.empty(),
                    Optional.of("There is not enough memory for that: choose fewer columns or rows."));
        }
    }

    private static Problem.OnData problem(ColumnPlan plan, ModelOptions options, Problem before) {
        ModelDraft draft =
                new ModelDraft(plan.data(), plan.features(), plan.target().orElse(""), options);
        return plan.family().make(plan.family().inPlaceOf(before, draft));
    }
}
