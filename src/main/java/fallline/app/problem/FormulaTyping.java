package fallline.app.problem;

import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.edit.FormulaReading;
import fallline.experiment.edit.NewExperiments;
import fallline.file.share.ShareCode;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.problem.FormulaText;
import fallline.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The formula as it is typed: every text that can be read is the experiment's at once, and all of one sitting are one
/// entry of the history. It belongs to the FX thread; formulas are read in the background.
final class FormulaTyping {
    /// What a name becomes that is made a parameter.
    private static final FormulaParameter NEW_PARAMETER = new FormulaParameter(1, 0, 3);

    private final Desk desk;
    private final NewExperiments experiments;
    private final ProblemModel model;
    private final Runnable onRead;
    private final Asking<Ask, FormulaReading> asks;

    /// What stood before the typing began: every text on the way is put into it, so that settings survive formulas that
    /// lack a variable or need another rate.
    private Optional<Experiment> typedOver = Optional.empty();

    /// What the last text that could be read made of it.
    private Optional<Experiment> typed = Optional.empty();

    private String asked = "";
    private boolean applying;

    /// The text that was read last, if it may not be the experiment's.
    private Optional<String> refused = Optional.empty();

    /// Whether the field is being typed in.
    private boolean typing;

    /// Names that the user made variables, for this formula.
    private final Set<String> wanted = new LinkedHashSet<>();

    /// @param last whether the text is finished, so that its reading ends the gesture
    private record Ask(String text, Goal goal, List<String> known, Experiment before, boolean last) {}

    /// @param onRead is run before what was read is shown, with its mathematics
    FormulaTyping(Desk desk, NewExperiments experiments, ProblemModel model, Runnable onRead) {
        this.desk = desk;
        this.experiments = experiments;
        this.model = model;
        this.onRead = onRead;
        asks = desk.questions().on(Lane.TYPING, "Reading the formula", this::reading, this::onReading);
    }

    /// Another problem came from elsewhere: what was typed is over.
    void forget() {
        asks.withdraw();
        asked = "";
        refused = Optional.empty();
        typedOver = Optional.empty();
        typed = Optional.empty();
        wanted.clear();
        model.setMistake(Optional.empty());
        model.setCode(Optional.empty());
    }

    /// The text that was typed last.
    String asked() {
        return asked;
    }

    /// Whether the experiment just follows what is being typed, so that the field is left alone.
    boolean isApplying() {
        return applying;
    }

    /// The text in the formula field changed under the user's hands.
    void onTyped(String text) {
        read(text, false);
    }

    private void read(String text, boolean last) {
        if (ShareCode.is(text)) {
            asks.withdraw();
            model.setMistake(Optional.empty());
            model.setCode(Optional.of(text));
            return;
        }
        model.setCode(Optional.empty());
        Experiment now = desk.workbench().experiment();
        // leaving the field half-way ends a gesture, but nothing is settled until something else is changed
        if (typed.filter(own -> own == now).isEmpty() && !typing) {
            typedOver = Optional.of(now);
        }
        typing = true;
        asked = text;
        asks.ask(new Ask(text, goal(), List.copyOf(wanted), typedOver.orElse(now), last));
    }

    /// The user left the field or pressed Enter: what was typed is one entry of the history. What may not be gives way
    /// to what is.
    void onTypingEnds() {
        typing = false;
        desk.workbench().endGesture();
        boolean last = refused.filter(asked::equals).isPresent(); // else a newer text is being read
        if (last && desk.workbench().experiment().problem() instanceof Problem.Formula formula) {
            refused = Optional.empty();
            model.setFormula(FormulaText.of(formula).text());
        }
    }

    /// A name in the formula, known or not, is to be a constant with a slider.
    ///
    /// @param text what the formula field holds
    void onMakeParameter(String text, String name) {
        wanted.remove(name);
        write(text.stripTrailing() + ", " + FormulaText.declaration(name, NEW_PARAMETER));
    }

    /// The offered text is to stand in the formula field.
    void onMend(String mended) {
        onTypingEnds();
        model.setFormula(mended);
        read(mended, true);
    }

    /// An unknown name in the formula is to be searched.
    ///
    /// @param text what the formula field holds
    void onMakeVariable(String text, String name) {
        wanted.add(name);
        write(text);
    }

    /// A parameter is to be searched, and its declaration goes.
    void dropParameter(String name) {
        if (desk.workbench().experiment().problem() instanceof Problem.Formula formula) {
            wanted.add(name);
            write(FormulaText.of(formula).without(name).text());
        }
    }

    /// Puts a text into the field as one edit.
    private void write(String text) {
        onTypingEnds();
        typed = Optional.empty();
        model.setFormula(text);
        read(text, true);
    }

    private Goal goal() {
        return desk.workbench().experiment().problem() instanceof Problem.Formula formula
                ? formula.goal()
                : Goal.MINIMISE;
    }

    private FormulaReading reading(Ask ask) {
        return FormulaReading.read(ask.text(), ask.goal(), ask.known(), ask.before(), experiments);
    }

    private void onReading(Ask ask, FormulaReading reading) {
        onRead.run();
        switch (reading) {
            case FormulaReading.Wrong wrong -> {
                refused = Optional.empty();
                model.setMistake(Optional.of(wrong));
            }
            case FormulaReading.Valid valid -> {
                Experiment next = valid.experiment();
                model.setMistake(Optional.empty());
                boolean taken = take(ask, next);
                refused = taken ? Optional.empty() : Optional.of(ask.text());
                boolean ends = ask.last() || (!taken && !typing);
                if (taken) {
                    model.setLatex(valid.latex());
                } else if (ends) {
                    wanted.clear();
                }
                if (ends) {
                    onTypingEnds();
                }
            }
        }
    }

    /// @return whether the experiment is what was read
    private boolean take(Ask ask, Experiment next) {
        Experiment before = desk.workbench().experiment();
        if (same(next.problem(), before.problem())) {
            return true;
        }
        applying = true;
        desk.workbench().edit(next, "formula");
        typed = Optional.of(desk.workbench().experiment());
        boolean taken = desk.workbench().experiment() != before;
        if (!taken) {
            model.setFormula(ask.text()); // so that what is comes back into the field
        }
        applying = false;
        return taken;
    }

    private static boolean same(Problem one, Problem other) {
        return sameButForNumbers(one, other)
                && one.parameters().equals(other.parameters())
                && one.goal() == other.goal();
    }

    /// Whether both have the same mathematics: only numbers of parameters differ.
    static boolean sameButForNumbers(Problem one, Problem other) {
        return one instanceof Problem.Formula a
                && other instanceof Problem.Formula b
                && a.expression().equals(b.expression())
                && a.variables().equals(b.variables())
                && a.goal() == b.goal()
                && List.copyOf(a.parameters().keySet())
                        .equals(List.copyOf(b.parameters().keySet()));
    }
}
