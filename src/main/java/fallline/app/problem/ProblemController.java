package fallline.app.problem;

import fallline.app.controls.ParameterSliders;
import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.edit.CarriedRuns;
import fallline.experiment.edit.Edits;
import fallline.experiment.edit.NewExperiments;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.figure.paint.Typesetter;
import fallline.file.user.FunctionFolder;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.FormulaText;
import fallline.problem.Problem;
import fallline.problem.ProblemLatex;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Changes the problem of the experiment to another kind, and shows which it is; [FormulaTyping] is about the formula
/// in the field. It belongs to the FX thread.
public final class ProblemController implements ParameterSliders.Hands {
    /// The formula that is there when somebody chooses to type one for the first time.
    private static final String FIRST_FORMULA = "x^2 + 4*y^2";

    private final Desk desk;
    private final NewExperiments experiments;
    private final Consumer<ProblemKind> onData;
    private final Consumer<String> onCode;
    private final ProblemModel model = new ProblemModel();
    private final ProblemCard card;
    private final ProblemChooser chooser;
    private final FormulaLine line;
    private final FunctionGallery gallery;
    private final FormulaTyping typing;
    private final Asking<Problem, ProblemLatex> typesetting;
    private Optional<Problem> shown = Optional.empty();
    private Optional<Experiment> seen = Optional.empty();
    private int seenPlayhead;
    private String lastFormula = FIRST_FORMULA;
    private Runnable onLearn = () -> {};

    /// @param functions the user's own, shown beside those of the catalogue
    /// @param typesetter sets the formulas on the desk's painter
    /// @param onData is told which kind of model on data was chosen, and makes an experiment of it
    /// @param onCode opens a share code that stands in the field in place of a formula
    /// @param data what the card shows of the data of a model
    public ProblemController(
            Desk desk,
            NewExperiments experiments,
            FunctionFolder functions,
            Typesetter typesetter,
            Consumer<ProblemKind> onData,
            Consumer<String> onCode,
            Node data) {
        this.desk = desk;
        this.experiments = experiments;
        this.onData = onData;
        this.onCode = onCode;
        typesetting = desk.questions()
                .on(
                        Lane.TYPING,
                        "Writing the problem down",
                        (Problem problem) -> problem.notation().mathematics(),
                        (_, latex) -> model.setLatex(latex));
        typing = new FormulaTyping(desk, experiments, model, typesetting::withdraw);
        card = new ProblemCard(model, this, typing, desk, typesetter, data);
        chooser = new ProblemChooser(model, this);
        line = new FormulaLine(model, desk, typesetter);
        gallery = new FunctionGallery(desk, functions, this::openFunction);
        desk.workbench().listen(scene -> scene.experiment().problem(), this::show);
        desk.workbench().listen(this::follow);
    }

    /// The card in the left column.
    public ProblemCard card() {
        return card;
    }

    /// The chooser in the toolbar.
    public Node chooser() {
        return chooser;
    }

    /// Calls `opens` when lessons are wanted in place of a problem.
    public void onLearn(Runnable opens) {
        onLearn = opens;
    }

    /// The typeset problem in the toolbar.
    public Node line() {
        return line;
    }

    private void show(Problem problem) {
        boolean first = shown.isEmpty();
        Optional<Problem> before = shown;
        shown = Optional.of(problem);
        ProblemKind kind = ProblemKind.of(problem);
        boolean applying = typing.isApplying();
        boolean stays = applying && kind == ProblemKind.PARABOLA; // w^2, typed: the field stays under the hands
        model.setKind(stays ? ProblemKind.FORMULA : kind);
        if (!applying) {
            typing.forget();
        }
        model.setVariables(problem instanceof Problem.Formula formula ? formula.variables() : List.of());
        model.setParameters(problem.parameters());
        if (problem instanceof Problem.Formula formula) {
            String text = FormulaText.of(formula).text();
            model.setFormula(applying ? typing.asked() : text);
            lastFormula = kind == ProblemKind.FORMULA ? text : lastFormula;
        }
        model.setSubtitle(subtitle(problem));
        model.setLesson(lesson(problem));
        boolean dragged = before.filter(last -> FormulaTyping.sameButForNumbers(last, problem))
                .isPresent();
        if (first) {
            model.setLatex(problem.notation().mathematics());
        } else if (!applying && !dragged) {
            typesetting.ask(problem); // what is typed comes with its mathematics
        }
    }

    /// From the longest way to say it to the shortest.
    private static List<String> subtitle(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula
            when formula.card().isPresent() -> List.of(formula.card().get().name());
            case Problem.Formula formula ->
                List.of(
                        formula.variables().size() == 1
                                ? "one variable"
                                : formula.variables().size() + " variables");
            case Problem.OnData model -> {
                String rows = Numbers.whole(model.data().rows()) + " rows";
                String all = model.target() + " from " + String.join(", ", model.features());
                int many = model.features().size();
                String some = model.target() + " from " + many + (many == 1 ? " feature" : " features");
                yield List.of(all + " · " + rows, all, some, model.target() + ", " + rows, model.target(), rows);
            }
        };
    }

    /// Another recipe, or another place of the playhead, on the same problem: a run is being steered.
    private void follow(Scene scene) {
        Experiment now = scene.experiment();
        int playhead = scene.view().playhead();
        boolean same = seen.filter(before -> before.problem() == now.problem()).isPresent();
        if (same && (playhead != seenPlayhead || !now.runs().equals(seen.get().runs()))) {
            card.onSteered();
        }
        seen = Optional.of(now);
        seenPlayhead = playhead;
    }

    private static String lesson(Problem problem) {
        return problem instanceof Problem.Formula formula
                ? formula.card().map(CatalogueFunction::teaches).orElse("")
                : "";
    }

    /// Every problem and every function by its name.
    List<Command> choices() {
        List<Command> choices = new ArrayList<>();
        for (ProblemKind kind : ProblemKind.offered(ProblemKind.PARABOLA)) {
            if (kind == ProblemKind.LEARN) {
                continue; // a command of its own
            }
            String id = "problem-" + kind.name().toLowerCase(Locale.ROOT);
            choices.add(Command.of(id, "Problem: " + kind.title(), () -> onKind(kind)));
        }
        for (CatalogueFunction function : FunctionCatalogue.all()) {
            choices.add(Command.of(
                    "function-" + function.id(), "Function: " + function.name(), () -> openFunction(function)));
        }
        return choices;
    }

    /// Another kind of problem was chosen.
    void onKind(ProblemKind kind) {
        if (kind == model.kind().get() && kind != ProblemKind.FUNCTION) { // of functions there are many
            return;
        }
        switch (kind) {
            case PARABOLA -> open(experiments.first());
            case FORMULA -> chooseFormula();
            case FUNCTION -> {
                chooser.showChosen(); // until one is chosen
                onGallery();
            }
            case LEARN -> {
                chooser.showChosen();
                onLearn.run();
            }
            default -> {
                onData.accept(kind);
                card.onChosen();
            }
        }
    }

    /// The pictures of the catalogue's functions are wanted.
    void onGallery() {
        gallery.open();
    }

    private void chooseFormula() {
        try {
            open(experiments.forFormula(lastFormula, Goal.MINIMISE));
            card.focusFormula();
        } catch (FormulaException e) {
            throw new IllegalStateException("a formula that was valid before is wrong", e);
        }
    }

    private void openFunction(CatalogueFunction function) {
        open(experiments.forFunction(function));
        card.onChosen();
    }

    /// Puts the problem of `next` under the runs that are here.
    private void open(Experiment next) {
        CarriedRuns.Carried carried = experiments.carried(next, desk.workbench().experiment());
        desk.workbench().exchange(carried.experiment());
        carried.note().ifPresent(desk.notices()::tell);
    }

    /// The share code in the formula field is to be opened.
    ///
    /// @param text what the field holds
    void onOpenCode(String text) {
        model.setFormula(text); // so that the formula of what is opened is another one, and takes its place
        onCode.accept(text);
    }

    @Override
    public void onParameterDropped(String name) {
        typing.dropParameter(name);
    }

    @Override
    public void onParameter(String name, double value) {
        desk.workbench().edit(Edits.withParameter(desk.workbench().experiment(), name, value), "parameter " + name);
    }

    @Override
    public void onParameterRelease() {
        desk.workbench().endGesture();
    }

    /// Every name that may stand in the formula, the nearest first.
    List<String> names() {
        List<String> names = new ArrayList<>(model.variables().get());
        names.addAll(model.parameters().get().keySet());
        names.addAll(Function.symbols());
        for (Expr.Constant constant : Expr.Constant.values()) {
            names.add(constant.symbol());
        }
        return names;
    }
}
