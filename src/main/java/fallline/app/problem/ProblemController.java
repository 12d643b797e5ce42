package fallline.app.problem;

import fallline.app.Desk;
import fallline.experiment.Experiment;
import fallline.experiment.Mailbox;
import fallline.experiment.NewExperiments;
import fallline.experiment.Scene;
import fallline.experiment.Subscription;
import fallline.experiment.ViewState;
import fallline.expr.FormulaException;
import fallline.figure.Typesetter;
import fallline.objective.Goal;
import fallline.objective.Problem;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;

/// Changes the problem of the experiment: another kind, another formula. It belongs to the FX thread; formulas are read
/// in the background.
public final class ProblemController {
    /// The formula that is there when somebody chooses to type one for the first time.
    private static final String FIRST_FORMULA = "x^2 + 4*y^2";

    private final Desk desk;
    private final NewExperiments experiments;
    private final Consumer<ProblemKind> onData;
    private final ProblemModel model = new ProblemModel();
    private final ProblemCard card;
    private final ProblemChooser chooser;
    private final FormulaLine line;
    private final Mailbox<Ask> asks;
    private final Mailbox<FormulaReading> readings;
    private final Mailbox<Problem> toTypeset;
    private final Mailbox<ProblemLatex> typeset;
    private final Subscription subscription;
    private Optional<Experiment> typedOver = Optional.empty();
    private Optional<Problem> shown = Optional.empty();
    private String lastFormula = FIRST_FORMULA;
    private String asked = "";
    private boolean applying;

    private record Ask(String text, Goal goal, Experiment before) {}

    /// @param typesetter sets the formulas on the desk's painter
    /// @param onData is told which kind of model on data was chosen, and makes an experiment of it
    /// @param data what the card shows of the data of a model
    public ProblemController(
            Desk desk, NewExperiments experiments, Typesetter typesetter, Consumer<ProblemKind> onData, Node data) {
        this.desk = desk;
        this.experiments = experiments;
        this.onData = onData;
        Executor fx = Platform::runLater;
        readings = new Mailbox<>(fx, (_, newer) -> newer, this::onReading);
        asks = new Mailbox<>(desk.background(), (_, newer) -> newer, this::read);
        typeset = new Mailbox<>(fx, (_, newer) -> newer, this::onTypeset);
        toTypeset = new Mailbox<>(
                desk.background(), (_, newer) -> newer, problem -> typeset.post(ProblemLatex.of(problem)));
        card = new ProblemCard(model, this, desk, typesetter, data);
        chooser = new ProblemChooser(model, this);
        line = new FormulaLine(model, desk, typesetter);
        subscription = desk.workbench().listen(this::show);
        show(desk.workbench().scene());
    }

    /// The card in the left column.
    public ProblemCard card() {
        return card;
    }

    /// The chooser in the toolbar.
    public Node chooser() {
        return chooser;
    }

    /// The typeset problem in the toolbar.
    public Node line() {
        return line;
    }

    /// Ends listening.
    public void close() {
        subscription.cancel();
    }

    private void show(Scene scene) {
        Problem problem = scene.experiment().problem();
        if (shown.filter(before -> before == problem).isPresent()) {
            return;
        }
        boolean first = shown.isEmpty();
        shown = Optional.of(problem);
        ProblemKind kind = ProblemKind.of(problem);
        boolean stays = applying && kind == ProblemKind.PARABOLA; // w^2, typed: the field stays under the hands
        model.setKind(stays ? ProblemKind.FORMULA : kind);
        if (!applying) {
            asked = "";
            typedOver = Optional.empty();
            model.setError("");
        }
        if (problem instanceof Problem.Formula formula) {
            model.setFormula(applying ? asked : formula.expression());
            lastFormula = kind == ProblemKind.FORMULA ? formula.expression() : lastFormula;
        }
        model.setSubtitle(subtitle(problem));
        if (first) {
            model.setLatex(ProblemLatex.of(problem));
        } else if (!applying) {
            toTypeset.post(problem); // what is typed comes with its mathematics
        }
    }

    private static String subtitle(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula ->
                formula.variables().size() == 1
                        ? "one variable"
                        : formula.variables().size() + " variables";
            case Problem.OnData model -> model.target() + " from " + String.join(", ", model.features());
        };
    }

    private void onTypeset(ProblemLatex latex) {
        model.setLatex(latex);
    }

    /// Another kind of problem was chosen.
    void onKind(ProblemKind kind) {
        if (kind == model.kind().get()) {
            return;
        }
        switch (kind) {
            case PARABOLA -> open(experiments.first());
            case FORMULA -> chooseFormula();
            case LINEAR, LOGISTIC -> onData.accept(kind);
        }
    }

    private void chooseFormula() {
        try {
            open(experiments.forFormula(lastFormula, Goal.MINIMISE));
            card.focusFormula();
        } catch (FormulaException e) {
            throw new IllegalStateException("a formula that was valid before is wrong", e);
        }
    }

    private void open(Experiment next) {
        desk.workbench().open(next, ViewState.initial(next));
    }

    /// Whether the experiment just follows what is being typed, so that the field is left alone.
    boolean isApplyingTyped() {
        return applying;
    }

    /// The text in the formula field changed under the user's hands.
    void onTyped(String text) {
        if (typedOver.isEmpty()) {
            typedOver = Optional.of(desk.workbench().experiment());
        }
        asked = text;
        asks.post(new Ask(text, goal(), typedOver.get()));
    }

    /// The user left the field or pressed Enter: what was typed is one entry of the history.
    void onTypingEnds() {
        typedOver = Optional.empty();
        desk.workbench().endGesture();
    }

    private Goal goal() {
        return desk.workbench().experiment().problem() instanceof Problem.Formula formula
                ? formula.goal()
                : Goal.MINIMISE;
    }

    private void read(Ask ask) {
        readings.post(FormulaReading.read(ask.text(), ask.goal(), ask.before(), experiments));
    }

    private void onReading(FormulaReading reading) {
        if (!reading.text().equals(asked)) {
            return;
        }
        switch (reading) {
            case FormulaReading.Wrong wrong -> model.setError(wrong.sentence());
            case FormulaReading.Valid valid -> {
                Experiment next = valid.experiment();
                model.setError("");
                model.setLatex(valid.latex());
                if (!same(next.problem(), desk.workbench().experiment().problem())) {
                    applying = true;
                    desk.workbench().edit(next, "formula");
                    applying = false;
                }
            }
        }
    }

    private static boolean same(Problem one, Problem other) {
        return one instanceof Problem.Formula a
                && other instanceof Problem.Formula b
                && a.expression().equals(b.expression())
                && a.variables().equals(b.variables())
                && a.goal() == b.goal();
    }
}
