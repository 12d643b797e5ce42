package fallline.app.data;

import fallline.app.Desk;
import fallline.data.DataException;
import fallline.data.HoldOut;
import fallline.experiment.Mailbox;
import fallline.experiment.NewExperiments;
import fallline.experiment.Scene;
import fallline.experiment.Subscription;
import fallline.experiment.ViewState;
import fallline.experiment.ViewState.Measure;
import fallline.experiment.Workbench;
import fallline.objective.DataProblem;
import fallline.objective.DataWarnings;
import fallline.objective.Problem;
import fallline.objective.Problem.ModelOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;

/// Changes the options of a model on data: units, penalty, loss. It belongs to the FX thread; κ and the parameters in
/// the data's units are computed in the background.
final class OptionsController {
    private static final String RIDGE = "ridge";
    private static final String DEGREE = "degree";
    private static final String TEST = "test rows";

    /// More rows are split in the background.
    private static final int MANY_ROWS = 20_000;

    private final Desk desk;
    private final NewExperiments experiments;
    private final Workbench workbench;
    private final OptionsModel model = new OptionsModel();
    private final OptionsView view;
    private final Mailbox<DataProblem> toMeasure;
    private final Mailbox<Wish> toSplit;
    private final Mailbox<Measured> measured;
    private final Mailbox<OriginalUnits> toTranslate;
    private final Mailbox<Translated> translated;
    private final Subscription subscription;
    private Optional<Problem> shown = Optional.empty();
    private Optional<OriginalUnits> asked = Optional.empty();

    private record Wish(DataProblem of, double share) {}

    private record SplitNews(Wish wish, Optional<Problem.OnData> problem, Optional<String> refusal) {}

    private record Measured(Problem problem, Optional<Conditions> conditions, List<String> warnings) {}

    private record Translated(OriginalUnits question, String answer) {}

    OptionsController(Desk desk, NewExperiments experiments) {
        this.desk = desk;
        this.experiments = experiments;
        workbench = desk.workbench();
        measured = new Mailbox<>(Platform::runLater, (_, newer) -> newer, this::onMeasured);
        toMeasure = new Mailbox<>(
                desk.background(),
                (_, newer) -> newer,
                of -> measured.post(new Measured(of.problem(), Conditions.of(of), DataWarnings.of(of.problem()))));
        Mailbox<SplitNews> made = new Mailbox<>(Platform::runLater, (_, newer) -> newer, this::onSplit);
        toSplit = new Mailbox<>(desk.background(), (_, newer) -> newer, wish -> made.post(split(wish)));
        translated = new Mailbox<>(Platform::runLater, (_, newer) -> newer, this::onTranslated);
        toTranslate = new Mailbox<>(
                desk.background(),
                (_, newer) -> newer,
                question -> translated.post(new Translated(question, question.answer())));
        view = new OptionsView(model, this);
        subscription = workbench.listen(this::show);
        show(workbench.scene());
    }

    /// The options in the problem card.
    Node view() {
        return view;
    }

    void close() {
        subscription.cancel();
    }

    private void show(Scene scene) {
        Problem problem = scene.experiment().problem();
        if (shown.filter(before -> before == problem).isEmpty()) {
            shown = Optional.of(problem);
            DataProblem.of(problem).ifPresent(of -> {
                show(of);
                toMeasure.post(of);
            });
        }
        Optional<OriginalUnits> question = OriginalUnits.of(scene);
        if (!question.equals(asked)) {
            asked = question;
            question.ifPresentOrElse(toTranslate::post, () -> clear(problem));
        }
    }

    private void show(DataProblem of) {
        boolean linear = of.problem() instanceof Problem.Linear;
        model.setOptions(of.options(), linear, linear && of.features().size() == 1);
        model.setTestShare(of.data().holdOut().map(HoldOut::share).orElse(0.0));
    }

    /// While a new path is being computed the old numbers stay, but not when θ is in the data's units.
    private void clear(Problem problem) {
        if (DataProblem.of(problem).filter(of -> of.options().standardise()).isEmpty()) {
            model.setOriginal("");
        }
    }

    private void onMeasured(Measured news) {
        if (shown.filter(problem -> problem == news.problem()).isPresent()) {
            model.setConditions(news.conditions());
            model.setWarnings(news.warnings());
        }
    }

    private void onTranslated(Translated news) {
        if (asked.isPresent() && asked.get().equals(news.question())) {
            model.setOriginal(news.answer());
        }
    }

    void onStandardise(boolean on) {
        edit(old -> new ModelOptions(old.halfLoss(), old.degree(), old.l2(), on), "");
    }

    void onHalf(boolean half) {
        edit(old -> new ModelOptions(half, old.degree(), old.l2(), old.standardise()), "");
    }

    /// The penalty while the slider moves, or as typed.
    void onRidge(double l2) {
        edit(old -> new ModelOptions(old.halfLoss(), old.degree(), l2, old.standardise()), RIDGE);
    }

    /// The degree of the polynomial while the slider moves.
    void onDegree(int degree) {
        edit(old -> new ModelOptions(old.halfLoss(), degree, old.l2(), old.standardise()), DEGREE);
    }

    /// The share of the rows that is held out, 0 for none, while the slider moves.
    void onTestShare(double share) {
        DataProblem.of(workbench.experiment().problem()).ifPresent(of -> {
            Wish wish = new Wish(of, share);
            if (of.data().rows() > MANY_ROWS) {
                toSplit.post(wish);
            } else {
                onSplit(split(wish));
            }
        });
    }

    private static SplitNews split(Wish wish) {
        Optional<HoldOut> before = wish.of().data().holdOut();
        Optional<HoldOut> wanted = wish.share() == 0
                ? Optional.empty()
                : Optional.of(
                        new HoldOut(wish.share(), before.map(HoldOut::seed).orElse(0L)));
        try {
            return new SplitNews(
                    wish, Optional.of(wish.of().withData(wish.of().data().withHoldOut(wanted))), Optional.empty());
        } catch (DataException e) {
            return new SplitNews(wish, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void onSplit(SplitNews news) {
        if (news.wish().of().problem() != workbench.experiment().problem()) {
            again(news.wish());
            return;
        }
        news.problem()
                .filter(next -> next.data() != news.wish().of().data())
                .ifPresent(this::takeSplit);
        news.refusal().ifPresent(desk.notices()::warn);
        DataProblem.of(workbench.experiment().problem()).ifPresent(this::show);
    }

    /// With the first test rows the curves show J: test rows have a best value of their own.
    private void takeSplit(Problem.OnData next) {
        Measure before = ViewState.usual(workbench.experiment().problem());
        workbench.edit(experiments.forProblem(next, workbench.experiment()), TEST);
        Measure after = ViewState.usual(next);
        if (before != after && workbench.view().measure() == before) {
            workbench.look(workbench.view().withMeasure(after));
        }
    }

    /// The options were changed meanwhile, perhaps by the wish before: the same data get the newest share.
    private void again(Wish wish) {
        DataProblem.of(workbench.experiment().problem())
                .filter(now -> now.data().columns().equals(wish.of().data().columns()))
                .ifPresent(_ -> onTestShare(wish.share()));
    }

    /// The hand let go: what it did is one entry of the history.
    void onRelease() {
        workbench.endGesture();
    }

    private void edit(UnaryOperator<ModelOptions> how, String gesture) {
        DataProblem.of(workbench.experiment().problem()).ifPresent(of -> {
            ModelOptions next = how.apply(of.options());
            if (next.equals(of.options())) {
                return;
            }
            try {
                workbench.edit(experiments.forProblem(of.withOptions(next), workbench.experiment()), gesture);
            } catch (DataException e) {
                desk.notices().warn(String.valueOf(e.getMessage()));
                show(of);
            }
        });
    }
}
