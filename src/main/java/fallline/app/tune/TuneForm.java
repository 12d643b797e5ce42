package fallline.app.tune;

import fallline.analysis.tune.Currency;
import fallline.analysis.tune.Scope;
import fallline.analysis.tune.TuneOrder;
import fallline.app.form.FormRows;
import fallline.experiment.Experiment;
import fallline.number.Numbers;
import fallline.optimizer.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/// The form of the tuning sheet: who takes part, and how much each may spend. FX thread.
final class TuneForm {
    private static final double FLOW = 634;
    private static final double TICK = 152;

    private final FormRows rows = new FormRows();
    private final List<Optimizer> offered;
    private final Consumer<TuneWish> onChange;
    private TuneWish wish;

    /// @param offered all that can take part
    /// @param onChange gets every new wish
    TuneForm(List<Optimizer> offered, TuneWish wish, Consumer<TuneWish> onChange) {
        this.offered = List.copyOf(offered);
        this.wish = wish;
        this.onChange = onChange;
        rows.add("Optimizers", "Everyone gets as many trials as every other.", ticks());
        rows.add(
                "Trials each",
                "Two thirds lie all over the ranges that the rule declares, the last third near the best so far.",
                FormRows.whole("tune-trials", wish.trials(), this::onTrials),
                FormRows.words(TuneOrder.FEWEST_TRIALS + " to " + TuneOrder.MOST_TRIALS));
        rows.add(
                "Each trial",
                "What everyone has equally much of. Who needs two evaluations a step takes half the steps.",
                FormRows.whole("tune-budget", wish.budget(), this::onBudget),
                FormRows.choice(
                        "tune-currency",
                        Arrays.asList(Currency.values()),
                        Currency::words,
                        wish.currency(),
                        chosen -> like(now -> now.withCurrency(chosen))));
        rows.add(
                "Tune",
                "Which settings are tried. Weight decay never is: it changes what is minimised.",
                FormRows.choice(
                        "tune-scope",
                        Arrays.asList(Scope.values()),
                        Scope::words,
                        wish.scope(),
                        chosen -> like(now -> now.withScope(chosen))));
    }

    Node node() {
        return rows;
    }

    TuneWish wish() {
        return wish;
    }

    private Node ticks() {
        FlowPane all = new FlowPane(8, 5);
        all.setPrefWrapLength(FLOW);
        for (Optimizer optimizer : offered) {
            CheckBox tick = FormRows.tick(
                    "tune-" + optimizer.id(),
                    optimizer.card().name(),
                    wish.optimizers().contains(optimizer),
                    on -> like(now -> now.with(optimizer, on, offered)));
            tick.setMinWidth(TICK);
            tick.setMaxWidth(TICK);
            all.getChildren().add(tick);
        }
        return all;
    }

    private void onTrials(double trials) {
        if (!(trials >= TuneOrder.FEWEST_TRIALS && trials <= TuneOrder.MOST_TRIALS)) {
            throw new IllegalArgumentException(
                    "every optimizer gets " + TuneOrder.FEWEST_TRIALS + " to " + TuneOrder.MOST_TRIALS + " trials");
        }
        like(now -> now.withTrials((int) trials));
    }

    private void onBudget(double budget) {
        if (!(budget >= 1 && budget <= Experiment.MOST_STEPS)) {
            throw new IllegalArgumentException("a trial takes 1 to " + Numbers.whole(Experiment.MOST_STEPS));
        }
        like(now -> now.withBudget((int) budget));
    }

    private void like(UnaryOperator<TuneWish> change) {
        wish = change.apply(wish);
        onChange.accept(wish);
    }
}
