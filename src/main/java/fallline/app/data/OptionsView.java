package fallline.app.data;

import atlantafx.base.controls.ToggleSwitch;
import fallline.analysis.SliderScale;
import fallline.analysis.question.Conditions;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Segments;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.controls.ValueSlider;
import fallline.number.Numbers;
import fallline.problem.Problem.ModelOptions;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The options of a model on data: standardise with κ before and after, the ridge, the loss; and what is odd about the
/// data.
final class OptionsView extends VBox {
    /// The left end of the slider stands for no penalty at all.
    private static final SliderScale RIDGE = new SliderScale(1e-5, 1e3, true);

    /// As the ridge's.
    private static final SliderScale LASSO = new SliderScale(1e-5, 10, true);

    /// Of a hundred rows, how many are held out.
    private static final SliderScale PERCENT = new SliderScale(0, 50, false);

    private final OptionsModel model;
    private final OptionsController controller;
    private final ToggleSwitch standardise = new ToggleSwitch();
    private final Label condition = new Label();
    private final Label original = new Label();
    private final NumberField ridge;
    private final ValueSlider ridgeSlider;
    private final NumberField lasso;
    private final ValueSlider lassoSlider;
    private final VBox lassoLine;
    private final Label degree = new Label();
    private final ValueSlider degreeSlider;
    private final HBox degreeLine;
    private final Label testShare = new Label();
    private final ValueSlider testSlider;
    private final ToggleButton mean = new ToggleButton("mse");
    private final ToggleButton half = new ToggleButton("½ mse");
    private final Segments loss = new Segments(List.of(mean, half));
    private final HBox lossLine = Rows.line(Rows.caption("Loss", Term.MEAN_SQUARES), loss);
    private final VBox warnings = new VBox(3);
    private final Quietly quietly = new Quietly();

    OptionsView(OptionsModel model, OptionsController controller) {
        this.model = model;
        this.controller = controller;
        ridge = NumberField.of(value -> {
            if (value < 0) {
                throw new IllegalArgumentException("the ridge must be 0 or more: type 0 for none");
            }
            controller.onRidge(value);
            controller.onRelease();
        });
        ridgeSlider = new ValueSlider(
                RIDGE, value -> controller.onRidge(value <= RIDGE.low() ? 0 : value), controller::onRelease);
        lasso = NumberField.of(value -> {
            if (value < 0) {
                throw new IllegalArgumentException("l1 must be 0 or more: type 0 for none");
            }
            controller.onLasso(value);
            controller.onRelease();
        });
        lassoSlider = new ValueSlider(
                LASSO, value -> controller.onLasso(value <= LASSO.low() ? 0 : value), controller::onRelease);
        lassoLine = new VBox(
                Rows.line(Rows.caption("Lasso λ₁", Term.LASSO), lassoSlider, lasso),
                new ErrorLine(lasso.errorProperty()));
        degreeSlider = new ValueSlider(
                degrees(2), value -> controller.onDegree((int) Math.round(value)), controller::onRelease);
        testSlider = new ValueSlider(
                PERCENT, value -> controller.onTestShare(Math.round(value) / 100.0), controller::onRelease);
        degreeLine = Rows.line(Rows.caption("Degree", Term.DEGREE), degreeSlider, degree);
        compose();
        bind();
        listen();
    }

    private static SliderScale degrees(int highest) {
        return new SliderScale(1, Math.max(2, highest), false);
    }

    private void compose() {
        getStyleClass().add("model-options");
        standardise.setId("standardise");
        Tips.on(standardise, Term.STANDARDISE);
        condition.setId("condition");
        condition.getStyleClass().add("note");
        condition.setWrapText(true);
        condition.setMinHeight(USE_PREF_SIZE);
        Tips.on(condition, Term.CONDITION);
        original.setId("original-units");
        original.getStyleClass().add("note");
        original.setWrapText(true);
        original.setMinHeight(USE_PREF_SIZE);
        Tips.on(original, Term.ORIGINAL_UNITS);
        ridge.setId("ridge");
        Tips.on(ridge, Term.RIDGE);
        ridgeSlider.setId("ridge-slider");
        ridgeSlider.setAccessibleText("Ridge");
        Tips.on(ridgeSlider, Term.RIDGE);
        lasso.setId("lasso");
        Tips.on(lasso, Term.LASSO);
        lassoSlider.setId("lasso-slider");
        lassoSlider.setAccessibleText("Lasso");
        Tips.on(lassoSlider, Term.LASSO);
        degree.setId("degree");
        degree.getStyleClass().add("degree");
        Tips.on(degree, Term.DEGREE);
        degreeSlider.setId("degree-slider");
        degreeSlider.setAccessibleText("Degree");
        Tips.on(degreeSlider, Term.DEGREE);
        testShare.setId("test-share");
        testShare.getStyleClass().add("degree");
        Tips.on(testShare, Term.TEST_ROWS);
        testSlider.setId("test-slider");
        testSlider.setAccessibleText("Test rows");
        testSlider.setBlockIncrement(0.1);
        Tips.on(testSlider, Term.TEST_ROWS);
        mean.setId("loss-mse");
        half.setId("loss-half-mse");
        Tips.on(mean, Term.MEAN_SQUARES);
        Tips.on(half, Term.MEAN_SQUARES);
        warnings.setId("data-warnings");
        for (Node node : List.of(condition, original, lossLine, degreeLine, lassoLine, warnings)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren()
                .setAll(
                        warnings,
                        Rows.line(Rows.caption("Standardise", Term.STANDARDISE), standardise),
                        condition,
                        original,
                        degreeLine,
                        Rows.line(Rows.caption("Ridge λ₂", Term.RIDGE), ridgeSlider, ridge),
                        new ErrorLine(ridge.errorProperty()),
                        lassoLine,
                        Rows.line(Rows.caption("Test rows", Term.TEST_ROWS), testSlider, testShare),
                        lossLine);
    }

    private void bind() {
        model.options().subscribe(this::show);
        model.squares().subscribe(lossLine::setVisible);
        model.highestDegree().subscribe(highest -> {
            degreeLine.setVisible(highest.intValue() > 1);
            show(model.options().get());
        });
        model.lasso().subscribe(lassoLine::setVisible);
        model.testShare().subscribe(share -> showTestShare(share.doubleValue()));
        model.conditions().subscribe(known -> {
            condition.setText(text(known));
            condition.setVisible(known.isPresent());
        });
        model.original().subscribe(text -> {
            original.setText("In the data's units: " + text);
            original.setVisible(!text.isEmpty());
        });
        model.warnings().subscribe(sentences -> {
            warnings.getChildren()
                    .setAll(sentences.stream().map(OptionsView::warning).toList());
            warnings.setVisible(!sentences.isEmpty());
        });
    }

    private static Label warning(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().addAll("note", "verdict-doubtful");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void listen() {
        standardise.selectedProperty().subscribe((_, on) -> {
            if (!quietly.isQuiet()) {
                controller.onStandardise(on);
            }
        });
        mean.setOnAction(_ -> controller.onHalf(false));
        half.setOnAction(_ -> controller.onHalf(true));
    }

    /// A wish was refused: what shows it shows what is.
    void showAgain() {
        show(model.options().get());
        showTestShare(model.testShare().get());
    }

    private void showTestShare(double share) {
        testShare.setText(share == 0 ? "none" : Math.round(100 * share) + " %");
        testSlider.show(PERCENT, 100 * share);
    }

    private void show(ModelOptions options) {
        quietly.run(() -> {
            standardise.setSelected(options.standardise());
            degree.setText(String.valueOf(options.degree()));
            SliderScale degrees = degrees(model.highestDegree().get());
            degreeSlider.setBlockIncrement(1 / (degrees.high() - 1));
            degreeSlider.show(degrees, options.degree());
            ridge.setNumber(options.l2());
            ridgeSlider.show(RIDGE.holding(options.l2()), options.l2());
            lasso.setNumber(options.l1());
            lassoSlider.show(LASSO.holding(options.l1()), options.l1());
            loss.show(options.halfLoss() ? 1 : 0);
        });
    }

    /// `κ 136 → 1`: before and after.
    private static String text(Optional<Conditions> known) {
        return known.map(both -> "κ " + number(both.raw()) + " → " + number(both.standardised())
                        + (both.isLevel() ? ": J is level in some direction; a ridge ends that" : ""))
                .orElse("");
    }

    private static String number(double condition) {
        return Double.isNaN(condition) ? "?" : condition > Conditions.MOST ? "∞" : Numbers.brief(condition, 3);
    }
}
