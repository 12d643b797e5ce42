package fallline.app.controls;

import java.util.Optional;

/// The glossary: what every control and every term means, in one sentence each, in this one place.
public enum Term {
    PROBLEM(
            "The problem is the function J that gradient descent makes small, given as a formula or as a model on data."),
    FORMULA("The formula of J in your own variables, such as (1 − x)^2 + 100 (y − x^2)^2."),
    VARIABLES("The variables are the names in J that descent searches; click one to hold it fixed, with a slider."),
    LOSS("The loss function J is one number that says how bad the parameters are; descent makes it small."),
    GRADIENT("The gradient ∇J holds the slope of J along every parameter and points where J rises fastest."),
    DATA("The data are the rows that the model learns from: a built-in set or your own CSV file."),
    FEATURES("The features are the columns from which the model predicts."),
    TARGET("The target is the column that the model learns to predict."),
    GAPS("A gap is a missing or infinite number, or a word where the column has numbers otherwise."),
    GAPS_STOP("Stop: columns with gaps cannot be chosen, so that nothing is left out or made up."),
    GAPS_SKIP("Skip: rows with a gap in a chosen column are left out, and the file says so."),
    GAPS_FILL("Fill: a feature's gap gets the mean of the column; rows without a target are left out."),
    HOW_READ("How the file was read, why so, and what can be set right by hand."),
    PASTE("Reads a table from the clipboard, as a spreadsheet copies it (Ctrl+V)."),
    MADE_COUNT("How many points are made."),
    MADE_NOISE("The deviation of the chance that is added to every point."),
    SCORE(
            "R² is the share of the target's variance that the model explains; accuracy is the share of rows whose class it predicts."),
    STANDARDISE(
            "Standardising shifts every feature to mean 0 and scales it to deviation 1, which rounds the valley of J."),
    CONDITION("The condition κ = λmax/λmin says how narrow the valley of J is: the larger, the slower plain descent."),
    TEST_ROWS(
            "Test rows are held out: the model does not learn from them, and its loss on them tells how it does on new data."),
    RIDGE("The ridge λ₂ adds λ₂/2·‖w‖² to J, which pulls the weights towards zero; the intercept is free."),
    MEAN_SQUARES(
            "The mean of the squared residuals, or half of it, which has a simpler gradient and the same minimum."),
    LASSO(
            "The lasso λ₁ adds λ₁·‖w‖₁ to J: each step ends by pulling the weights towards zero by rate·λ₁, small ones to zero."),
    DEGREE(
            "The degree of the polynomial: 1 is straight, 2 has squares and products of two features, and so on; the more, the more it bends."),
    HIDDEN_LAYERS("Hidden layers lie between the features and the output; with none the network is linear."),
    UNITS("The units of a hidden layer, 1 to 64: each adds up its inputs with weights and bends the sum."),
    ACTIVATION("The activation φ bends the sum of every hidden unit: tanh, relu, sigmoid, or not at all."),
    NETWORK_LOSS("Squared errors suit a value, cross-entropy suits classes."),
    FIRST_WEIGHTS(
            "The first weights are drawn from the seed: normal, as wide as Glorot's or He's rule says for their layer, or 1."),
    STEP_PARAMETER("The parameter whose step is shown; type a part of its name."),
    SHOWN_FEATURES("The two features on the axes; the others are held at their means."),
    NETWORK_DRAWING("Draws the network: blue weights are above zero, orange ones below, the broader the larger."),
    FIT("Shows what the network makes of the data."),
    EDIT_DATA("Edit data: click to add a point, drag one to move it, press Delete or right-click to remove it."),
    ORIGINAL_UNITS("The parameters at the playhead for features in the units of the data, with the same predictions."),
    OPTIMIZER("The optimizer is the rule that turns gradients into steps."),
    LEARNING_RATE("The learning rate α scales every step: too small crawls, too large diverges."),
    BEST_RATE("At the best rate a gradient step makes the largest sure progress for the curvature at the playhead."),
    STABILITY_LIMIT(
            "Beyond the stability limit every step lands farther past the minimum, for the curvature at the playhead."),
    CRAWLS("In this zone steps are so small that the run crawls."),
    GOOD("In this zone steps go steadily downhill."),
    OSCILLATES("In this zone steps land past the minimum, to and fro, but still settle."),
    DIVERGES("In this zone every step lands farther past the minimum, and the run diverges."),
    BATCH("Batch: every step takes the gradient over all rows, which is exact and costs the most."),
    MINI_BATCH("Mini-batch: every step takes the gradient over a few rows, drawn anew in each epoch."),
    STOCHASTIC("Stochastic: every step takes the gradient of a single row, which is cheap and noisy."),
    BATCH_SIZE("Rows a batch is how many rows one step looks at."),
    SEED("The seed fixes all randomness, so that the same seed always gives the same run."),
    START("The start is where every run begins; drag it in the loss view or type it here."),
    RANDOM_START("Draws a start from the seed; pressed again, it takes the next seed."),
    GOAL_MINIMISE("Minimise steps down the gradient, towards small values of J."),
    GOAL_MAXIMISE("Maximise steps up the gradient, towards large values of J."),
    STEPS("The number of steps that every run takes, from 1 to 1\u202f000\u202f000."),
    FROM_HERE(
            "When on, a changed setting holds from the playhead on and is recorded; when off, it holds for the whole run."),
    CHANGES("Recorded changes are settings that the run switches to at a step on its way."),
    REMOVE_CHANGE("Takes this recorded change back; the steps after it are computed again."),
    RESET("Puts this setting back to the rule's default."),
    MOMENTUM("The momentum β keeps this share of the last step's velocity, which damps zigzags and speeds up valleys."),
    WEIGHT_DECAY("Weight decay pulls every parameter towards zero by this share of it, added to the gradient."),
    DAMPENING("Dampening weakens the new gradient's share in the velocity by this factor."),
    HOW_IT_WORKS("What the optimizer does: its sentence, its equations, which settings matter, and when it fails."),
    SCHEDULE("A schedule changes the learning rate from step to step; the slider sets the rate that it starts from."),
    WARM_UP("A warm-up lets the rate rise from a small share of itself before the schedule begins at its own step 0."),
    RATE_CURVE("The learning rate over the steps of this run, with the playhead."),
    MODIFIERS("Modifiers change the gradient before the rule sees it, or what the run shows; all are off by default."),
    CLIP_NORM("Clipping by norm scales a gradient that is longer than this down to this length."),
    CLIP_VALUE("Clipping by value brings every component of the gradient between minus this and this."),
    DECOUPLED_DECAY("Decoupled weight decay multiplies every parameter by 1 − α·ω before the step, as AdamW does."),
    GRADIENT_NOISE("Noise of this size, drawn from the seed, is added to every component of the gradient."),
    AVERAGING("Polyak averaging shows the mean of the points that the rule has reached, instead of the last one."),
    LINE_SEARCH("Backtracking starts at the learning rate and shrinks the step until J falls enough."),
    EDIT_RULE("Opens the rule of this optimizer as text, to be changed while the run follows."),
    COPY_RULE("Makes a copy of this optimizer's rule, gives it to this run, and opens it as text."),
    RULE_TEXT("The rule of the optimizer: every change that can be read runs at once."),
    RULE_ID("The id by which files and runs name the rule."),
    RULE_SAVE("Keeps the rule in your own folder, so that every experiment offers it."),
    RULE_DELETE("Removes the rule from this experiment; undo brings it back."),
    RULE_CLOSE("Closes the editor; the run keeps the last text that could be read."),
    RUNS("A run is one optimizer with its settings; all runs of an experiment share problem, start and seed."),
    ADD_RUN("Adds a run with an optimizer of its own and a rate that suits the problem."),
    DUPLICATE_RUN("Copies the chosen run; F forks it at the playhead, so that both futures stay after a change."),
    REMOVE_RUN("Removes the chosen run; undo brings it back."),
    RENAME_RUN("Double-click or press F2 to rename the run; drag it, or press Alt + ↑ or ↓, to move it."),
    SHOW_RUN("Shows or hides this run in all views."),
    UNDO("Takes the last change of the experiment back."),
    REDO("Makes the change again that was taken back."),
    MORE("All menus: file, edit, view, run, help (F10)."),
    EXPORT("Writes pictures and tables of what you see.");

    private final String sentence;

    Term(String sentence) {
        this.sentence = sentence;
    }

    /// The explanation, one sentence.
    public String sentence() {
        return sentence;
    }

    /// The term of a hyperparameter by its name in rules, if the glossary has one.
    public static Optional<Term> ofHyperparameter(String name) {
        return switch (name) {
            case "lr" -> Optional.of(LEARNING_RATE);
            case "momentum" -> Optional.of(MOMENTUM);
            case "weight_decay" -> Optional.of(WEIGHT_DECAY);
            case "dampening" -> Optional.of(DAMPENING);
            default -> Optional.empty();
        };
    }
}
