package fallline.app.data;

import fallline.analysis.question.Conditions;
import fallline.analysis.question.OriginalUnits;
import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.data.HoldOut;
import fallline.experiment.Experiment;
import fallline.experiment.edit.NewExperiments;
import fallline.objective.model.Expansion;
import fallline.problem.DataProblem;
import fallline.problem.DataWarnings;
import fallline.problem.ModelFamily.Option;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// Changes the options of a model on data: units, penalty, loss, test rows. It belongs to the FX thread; κ and the
/// parameters in the data's units are computed in the background.
final class OptionsController {
    private static final String RIDGE = "ridge";
    private static final String LASSO = "l1";
    private static final String DEGREE = "degree";
    private static final String TEST = "test rows";

    private final Desk desk;
    private final NewExperiments experiments;
    private final Workbench workbench;
    private final DataWork work;
    private final OptionsModel model = new OptionsModel();
    private final OptionsView view;
    private final Asking<DataProblem, Measured> measuring;
    private final Asking<OriginalUnits, String> translating;

    /// Whether a slider is being moved.
    private boolean held;

    /// @param experiment with the change; the one before if nothing changed
    private record Changed(Experiment experiment, Optional<String> refusal) {}

    private record Measured(Optional<Conditions> conditions, List<String> warnings) {}

    OptionsController(Desk desk, NewExperiments experiments) {
        this.desk = desk;
        this.experiments = experiments;
        workbench = desk.workbench();
        work = new DataWork(desk.questions());
        measuring = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Measuring the data",
                        (DataProblem of) -> new Measured(Conditions.of(of), DataWarnings.of(of.problem())),
                        (_, measured) -> onMeasured(measured));
        translating = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Translating into the data's units",
                        OriginalUnits::answer,
                        (_, answer) -> model.setOriginal(answer));
        view = new OptionsView(model, this);
        workbench.listen(scene -> scene.experiment().problem(), this::follow);
        workbench.listen(OriginalUnits::of, this::translate);
        workbench.listenToRefusals(view::showAgain);
    }

    /// The options in the problem card.
    Node view() {
        return view;
    }

    private void follow(Problem problem) {
        measuring.withdraw();
        DataProblem.of(problem).ifPresent(of -> {
            show(of);
            measuring.ask(of);
        });
    }

    private void translate(Optional<OriginalUnits> question) {
        if (translating.follow(question) && question.isEmpty()) {
            clear(workbench.experiment().problem());
        }
    }

    private void show(DataProblem of) {
        Set<Option> options = of.problem().family().options();
        int highest = options.contains(Option.DEGREE)
                ? Expansion.highestDegree(of.features().size())
                : 1;
        // it chooses among weights, so that with a single one there is nothing to choose
        boolean several =
                of.problem().objective().dimension() > 2 || of.options().l1() > 0;
        model.setOptions(
                of.options(), options.contains(Option.HALF_LOSS), options.contains(Option.LASSO) && several, highest);
        model.setTestShare(of.data().holdOut().map(HoldOut::share).orElse(0.0));
    }

    /// While a new path is being computed the old numbers stay, but not when θ is in the data's units.
    private void clear(Problem problem) {
        if (DataProblem.of(problem).filter(of -> of.options().standardise()).isEmpty()) {
            model.setOriginal("");
        }
    }

    private void onMeasured(Measured measured) {
        model.setConditions(measured.conditions());
        model.setWarnings(measured.warnings());
    }

    void onStandardise(boolean on) {
        edit(old -> old.withStandardise(on), "");
    }

    void onHalf(boolean half) {
        edit(old -> old.withHalfLoss(half), "");
    }

    /// The penalty while the slider moves, or as typed.
    void onRidge(double l2) {
        held = true;
        edit(old -> old.withL2(l2), RIDGE);
    }

    /// The weight of l1 while the slider moves, or as typed.
    void onLasso(double l1) {
        held = true;
        edit(old -> old.withL1(l1), LASSO);
    }

    /// The degree of the polynomial while the slider moves.
    void onDegree(int degree) {
        held = true;
        edit(old -> old.withDegree(degree), DEGREE);
    }

    /// The share of the rows that is held out, 0 for none, while the slider moves.
    void onTestShare(double share) {
        held = true;
        change(
                of -> {
                    long seed = of.data().holdOut().map(HoldOut::seed).orElse(0L);
                    Optional<HoldOut> wanted = share == 0 ? Optional.empty() : Optional.of(new HoldOut(share, seed));
                    Dataset next = of.data().withHoldOut(wanted);
                    return next == of.data() ? of.problem() : of.withData(next);
                },
                TEST);
    }

    /// The hand let go: what it did is one entry of the history.
    void onRelease() {
        held = false;
        workbench.endGesture();
    }

    private void edit(UnaryOperator<ModelOptions> how, String gesture) {
        change(
                of -> {
                    ModelOptions next = how.apply(of.options());
                    return next.equals(of.options()) ? of.problem() : of.withOptions(next);
                },
                gesture);
    }

    private void change(Function<DataProblem, Problem.OnData> how, String gesture) {
        Experiment before = workbench.experiment();
        DataProblem.of(before.problem())
                .ifPresent(of -> work.run(
                        of.data().rows(),
                        () -> changed(of, before, how),
                        next -> take(of, before, next, how, gesture)));
    }

    private Changed changed(DataProblem of, Experiment before, Function<DataProblem, Problem.OnData> how) {
        try {
            Problem.OnData next = how.apply(of);
            Experiment made = next == of.problem() ? before : experiments.forProblem(next, before);
            Optional<String> objection = workbench.resolver().lassoObjection(made);
            return new Changed(objection.isPresent() ? before : made, objection);
        } catch (DataException e) {
            return new Changed(before, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void take(
            DataProblem of,
            Experiment before,
            Changed next,
            Function<DataProblem, Problem.OnData> how,
            String gesture) {
        Experiment now = workbench.experiment();
        if (now != before) {
            again(of, how, gesture);
            return;
        }
        next.refusal().ifPresent(desk.notices()::warn);
        if (next.experiment() != before) {
            workbench.edit(next.experiment(), gesture);
            if (!held) {
                workbench.endGesture(); // the hand let go while this was made
            }
        }
        DataProblem.of(workbench.experiment().problem()).ifPresent(this::show);
    }

    /// The experiment was changed meanwhile, perhaps by the wish before: the same data get this change too.
    private void again(DataProblem of, Function<DataProblem, Problem.OnData> how, String gesture) {
        DataProblem.of(workbench.experiment().problem())
                .filter(now -> now.data().columns().equals(of.data().columns()))
                .ifPresent(_ -> change(how, gesture));
    }
}
