package fallline.app.controls;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The glossary: what every control and every term means, in one sentence each, in this one place.
///
/// A term of the field has a word, under which it stands in the palette, in the list of terms and on the guide's page
/// *Glossary*; the others are what single controls say of themselves.
public enum Term {
    PROBLEM(
            "problem",
            "The problem is the function J that gradient descent makes small, given as a formula or as a model on data."),
    FORMULA("formula", "The formula of J in your own variables, such as (1 − x)^2 + 100 (y − x^2)^2."),
    VARIABLES(
            "variable",
            "The variables are the names in J that descent searches; click one to hold it fixed, with a slider."),
    LOSS(
            "loss J",
            "The loss function J is one number that says how bad the parameters are; descent makes it small.",
            "loss",
            "J"),
    GRADIENT(
            "gradient ∇J",
            "The gradient ∇J holds the slope of J along every parameter and points where J rises fastest.",
            "gradient",
            "∇J"),
    DATA("data set", "The data are the rows that the model learns from: a built-in set or your own CSV file."),
    FEATURES("feature", "The features are the columns from which the model predicts."),
    TARGET("target", "The target is the column that the model learns to predict.", "target"),
    GAPS("gap", "A gap is a missing or infinite number, or a word where the column has numbers otherwise."),
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
            "standardise",
            "Standardising shifts every feature to mean 0 and scales it to deviation 1, which rounds the valley of J.",
            "standardise"),
    CONDITION(
            "condition κ",
            "The condition κ = λmax/λmin says how narrow the valley of J is: the larger, the slower plain descent.",
            "κ"),
    TEST_ROWS(
            "test rows",
            "Test rows are held out: the model does not learn from them, and its loss on them tells how it does on new data.",
            "test rows",
            "test"),
    RIDGE(
            "ridge λ₂",
            "The ridge λ₂ adds λ₂/2·‖w‖² to J, which pulls the weights towards zero; the intercept is free.",
            "ridge",
            "λ₂"),
    MEAN_SQUARES(
            "The mean of the squared residuals, or half of it, which has a simpler gradient and the same minimum."),
    LASSO(
            "lasso λ₁",
            "The lasso λ₁ adds λ₁·‖w‖₁ to J: each step ends by pulling the weights towards zero by rate·λ₁, small ones to zero.",
            "lasso",
            "λ₁"),
    DEGREE(
            "degree",
            "The degree of the polynomial: 1 is straight, 2 has squares and products of two features, and so on; the more, the more it bends."),
    HIDDEN_LAYERS(
            "hidden layer", "Hidden layers lie between the features and the output; with none the network is linear."),
    UNITS("unit", "The units of a hidden layer, 1 to 64: each adds up its inputs with weights and bends the sum."),
    ACTIVATION(
            "activation φ", "The activation φ bends the sum of every hidden unit: tanh, relu, sigmoid, or not at all."),
    NETWORK_LOSS("Squared errors suit a value, cross-entropy suits classes."),
    FIRST_WEIGHTS(
            "first weights",
            "The first weights are drawn from the seed: normal, as wide as Glorot's or He's rule says for their layer, or 1."),
    STEP_PARAMETER("The parameter whose step is shown; type a part of its name."),
    SHOWN_FEATURES("The two features on the axes; the others are held at their means."),
    NETWORK_DRAWING("Draws the network: blue weights are above zero, orange ones below, the broader the larger."),
    FIT("Shows what the network makes of the data."),
    EDIT_DATA("Edit data: click to add a point, drag one to move it, press Delete or right-click to remove it."),
    ORIGINAL_UNITS("The parameters at the playhead for features in the units of the data, with the same predictions."),
    OPTIMIZER("optimizer", "The optimizer is the rule that turns gradients into steps."),
    LEARNING_RATE(
            "learning rate α",
            "The learning rate α scales every step: too small crawls, too large diverges.",
            "learning rate",
            "rate",
            "α"),
    BEST_RATE(
            "best rate",
            "At the best rate a gradient step makes the largest sure progress for the curvature at the playhead.",
            "best rate"),
    STABILITY_LIMIT(
            "stability limit",
            "Beyond the stability limit every step lands farther past the minimum, for the curvature at the playhead.",
            "stability limit",
            "stable below this rate"),
    CRAWLS("In this zone steps are so small that the run crawls."),
    GOOD("In this zone steps go steadily downhill."),
    OSCILLATES("In this zone steps land past the minimum, to and fro, but still settle."),
    DIVERGES("In this zone every step lands farther past the minimum, and the run diverges."),
    BATCH("batch", "Batch: every step takes the gradient over all rows, which is exact and costs the most.", "batch"),
    MINI_BATCH("mini-batch", "Mini-batch: every step takes the gradient over a few rows, drawn anew in each epoch."),
    STOCHASTIC("stochastic", "Stochastic: every step takes the gradient of a single row, which is cheap and noisy."),
    BATCH_SIZE("batch size", "Rows a batch is how many rows one step looks at."),
    SEED("seed", "The seed fixes all randomness, so that the same seed always gives the same run.", "seed"),
    START(
            "start",
            "The start is where every run begins; drag it in the loss view or type it here.",
            "drag the start",
            "start"),
    RANDOM_START("Draws a start from the seed; pressed again, it takes the next seed."),
    GOAL_MINIMISE("Minimise steps down the gradient, towards small values of J."),
    GOAL_MAXIMISE("Maximise steps up the gradient, towards large values of J."),
    STEPS("The number of steps that every run takes, from 1 to 1\u202f000\u202f000."),
    FROM_HERE(
            "When on, a changed setting holds from the playhead on and is recorded; when off, it holds for the whole run."),
    CHANGES("recorded change", "Recorded changes are settings that the run switches to at a step on its way."),
    REMOVE_CHANGE("Takes this recorded change back; the steps after it are computed again."),
    RESET("Puts this setting back to the rule's default."),
    RATE_FINDER(
            "learning-rate finder",
            "The learning-rate finder raises the rate at every step of one run: where J falls fastest, rates are good.",
            "learning-rate finder"),
    FAIR_TUNING(
            "fair tuning",
            "Fair tuning gives every optimizer as many trials and as much work, and compares the best settings of each.",
            "fair tuning"),
    SENSITIVITY(
            "sensitivity",
            "Sensitivity is how fast J at the end gets worse beside the best rate, other settings as they are.",
            "sensitivity"),
    MOMENTUM(
            "momentum β",
            "The momentum β keeps this share of the last step's velocity, which damps zigzags and speeds up valleys.",
            "momentum"),
    WEIGHT_DECAY(
            "weight decay ω",
            "Weight decay pulls every parameter towards zero by this share of it, added to the gradient.",
            "weight decay",
            "ω"),
    DAMPENING("dampening τ", "Dampening weakens the new gradient's share in the velocity by this factor."),
    HOW_IT_WORKS("What the optimizer does: its sentence, its equations, which settings matter, and when it fails."),
    SCHEDULE(
            "schedule",
            "A schedule changes the learning rate from step to step; the slider sets the rate that it starts from."),
    WARM_UP(
            "warm-up",
            "A warm-up lets the rate rise from a small share of itself before the schedule begins at its own step 0."),
    RATE_CURVE("The learning rate over the steps of this run, with the playhead."),
    MODIFIERS(
            "modifier",
            "Modifiers change the gradient before the rule sees it, or what the run shows; all are off by default."),
    SAM(
            "sharpness-aware minimisation",
            "SAM reads the slope a length ρ farther up the hill, so that sharp minima repel; each step asks for two gradients.",
            "SAM"),
    LOOKAHEAD(
            "lookahead",
            "Lookahead lets the rule run for k steps, and then goes only a part of the way from where it was to there."),
    LOOKAHEAD_PART("The part of the way that slow weights go to where the rule is, above 0 and at most 1."),
    CLIP_NORM("clipping by norm", "Clipping by norm scales a gradient that is longer than this down to this length."),
    CLIP_VALUE(
            "clipping by value",
            "Clipping by value brings every component of the gradient between minus this and this."),
    DECOUPLED_DECAY(
            "decoupled weight decay",
            "Decoupled weight decay multiplies every parameter by 1 − α·ω before the step, as AdamW does."),
    GRADIENT_NOISE(
            "gradient noise", "Noise of this size, drawn from the seed, is added to every component of the gradient."),
    AVERAGING(
            "Polyak averaging",
            "Polyak averaging shows the mean of the points that the rule has reached, instead of the last one.",
            "averaging"),
    LINE_SEARCH(
            "line search",
            "Backtracking starts at the learning rate and shrinks the step until J falls enough.",
            "line search"),
    EDIT_RULE("Opens the rule of this optimizer as text, to be changed while the run follows."),
    COPY_RULE("Makes a copy of this optimizer's rule, gives it to this run, and opens it as text."),
    RULE_TEXT("The rule of the optimizer: every change that can be read runs at once."),
    RULE_ID("The id by which files and runs name the rule."),
    RULE_SAVE("Keeps the rule in your own folder, so that every experiment offers it."),
    RULE_DELETE("Removes the rule from this experiment; undo brings it back."),
    RULE_CLOSE("Closes the editor; the run keeps the last text that could be read."),
    RUNS("run", "A run is one optimizer with its settings; all runs of an experiment share problem, start and seed."),
    ADD_RUN("Adds a run with an optimizer of its own and a rate that suits the problem."),
    DUPLICATE_RUN("Copies the chosen run; F forks it at the playhead, so that both futures stay after a change."),
    REMOVE_RUN("Removes the chosen run; undo brings it back."),
    RENAME_RUN("Double-click or press F2 to rename the run; drag it, or press Alt + ↑ or ↓, to move it."),
    SHOW_RUN("Shows or hides this run in all views."),
    UNDO("Takes the last change of the experiment back."),
    REDO("Makes the change again that was taken back."),
    MORE("All menus: file, edit, view, run, help (F10)."),
    EXPORT("Writes pictures and tables of what you see."),
    NAME("The fall line is the line of steepest descent down a slope."),
    VIEW_LOSS(
            "The loss view is the ground that descent walks on: a curve, a map or a solid, with every run's path (F1 says more)."),
    VIEW_FIT(
            "The fit view shows what the model makes of the data, or J in the direction of the next step (F1 says more)."),
    VIEW_TABLE("The table has every row of the data, with a tint on the next batch (F1 says more)."),
    VIEW_CONVERGENCE("The convergence view draws one number of every run against its steps (F1 says more)."),
    VIEW_STEP("This step is the rule in symbols and in numbers, for the step from the playhead on (F1 says more)."),
    VIEW_STEPS("Steps is the table of all steps of the chosen run; a click goes to one (F1 says more)."),
    VIEW_SWEEP(
            "The sweep map makes every cell a run that differs in two settings, coloured by how it ended (F1 says more)."),
    SETTINGS("The settings of the chosen run, the optimizer's own first."),
    PAPER("Where the rule of the chosen optimizer was published."),
    PROBLEM_KIND("What J is of: variables of a formula, or a target predicted from features."),
    ROW_COUNT("How many rows the model learns from, and how many are left out."),
    SHOWN_PLANE("Which two directions of the space of parameters the map shows."),
    SHOWN_PARAMETERS("The two parameters on the map's axes; the others stand where the chosen run is."),
    SCRUB("Drag to move the playhead through the steps of all runs; marks are recorded changes."),
    SPEED("How many steps a second are played; the numbers of a run do not depend on it."),
    PARAMETER(
            "parameter θ",
            "The parameters θ are the numbers that descent changes: the variables of a formula or the weights of a model.",
            "parameter",
            "θ"),
    BEST_LOSS(
            "best loss J*",
            "J* is the best value that J has, by a closed form, the catalogue or a search; else the least that was seen stands in.",
            "J*"),
    LOSS_GAP(
            "J − J*",
            "J − J* is how far the loss still is from its best value; descent brings it towards 0.",
            "J − J*",
            "J* − J",
            "J − least seen"),
    GRADIENT_NORM(
            "‖∇J‖",
            "‖∇J‖ is the length of the gradient, the steepest slope at that point; it is 0 where the ground is level.",
            "‖∇J‖",
            "‖g‖"),
    DESCENT("−∇J", "−∇J is the direction in which J falls fastest; plain gradient descent steps along it.", "−∇J"),
    SLOPE(
            "slope",
            "The slope is how fast J changes with one parameter: the derivative there, and the steepness of the tangent.",
            "slope",
            "tangent",
            "∂J"),
    CURVATURE(
            "curvature",
            "Curvature is how fast the slope itself changes: J″ in one parameter, the Hessian in several.",
            "curvature",
            "J″",
            "J''"),
    HESSIAN(
            "Hessian",
            "The Hessian is the table of all second derivatives of J: how the ground curves in every direction.",
            "Hessian"),
    EIGENVALUE(
            "eigenvalue",
            "An eigenvalue of the Hessian is the curvature of J along one of its axes: λmax is the largest, λmin the smallest.",
            "eigenvalue",
            "eigenvalues"),
    SHARPNESS(
            "sharpness λmax",
            "λmax, the sharpness, is the largest eigenvalue of the Hessian; plain descent is stable while α is below 2/λmax.",
            "sharpness",
            "λmax"),
    LEAST_EIGENVALUE(
            "λmin",
            "λmin is the least eigenvalue of the Hessian: the flattest direction, or a falling one where it is below 0.",
            "λmin"),
    STAGE(
            "stage of a step",
            "A stage is one line of the rule within a step: the gradient, what is made of it, and at last the move.",
            "stage"),
    PREDICTION(
            "prediction",
            "A prediction is said before the answer is seen; it counts by how near it comes, as a share of the way."),
    STEP(
            "step",
            "A step takes the parameters from one point to the next by the optimizer's rule.",
            "next step",
            "multiple of the step",
            "step",
            "steps"),
    PLAYHEAD(
            "playhead",
            "The playhead is the step that all views show; playing moves it and changes no number.",
            "playhead"),
    EVALUATION(
            "evaluation",
            "An evaluation is one time that a run asks for J or its gradient; a step of a line search costs several.",
            "evaluations",
            "evaluation"),
    EPOCH(
            "epoch",
            "An epoch is one pass over all rows; with batches of a few rows it takes many steps.",
            "epoch",
            "epochs"),
    LEVEL_LINE(
            "level line", "On a level line J is the same everywhere; the gradient stands upright on it.", "level line"),
    MINIMUM(
            "minimum",
            "A minimum is a point with no lower one near it; the best of all is the global minimum.",
            "minimum",
            "minima",
            "best fit"),
    SADDLE("saddle", "A saddle is a level point from which J rises in some directions and falls in others.", "saddle"),
    BASIN("basin", "The basin of a minimum is all the starts from which a run comes to it.", "basins"),
    CRITICAL_POINT(
            "critical point",
            "A critical point is where the gradient is 0: a minimum, a maximum, a saddle or a degenerate point.",
            "critical points",
            "critical point"),
    OVERSHOOT(
            "overshoot",
            "A step overshoots when it leads across the valley's floor to the other side.",
            "overshoots",
            "overshoot"),
    DIVERGENCE(
            "divergence",
            "A run diverges when its steps lead further and further away, until a number is no longer finite.",
            "diverged",
            "diverges",
            "diverging"),
    CONVERGENCE(
            "convergence",
            "A run has converged when what it could still gain is less than a millionth of what it gained.",
            "convergence",
            "converged"),
    CRAWLING("crawling", "A run crawls when it would need more than twenty times its steps so far.", "crawling"),
    HOVERING(
            "hovering",
            "A run hovers when the noise of its batches keeps it at some height above the bottom.",
            "hovering"),
    OSCILLATION(
            "oscillation",
            "A run oscillates when it swings to and fro across the valley and the swings do not die out.",
            "oscillating",
            "oscillation"),
    RESIDUAL(
            "residual",
            "A residual is the difference between a row's target and what the model predicts for it.",
            "residuals",
            "residual"),
    MEAN_SQUARED_ERROR(
            "mean squared error",
            "The mean squared error is the mean of the squared residuals over all rows.",
            "mean squared error",
            "mse"),
    CROSS_ENTROPY(
            "cross-entropy",
            "Cross-entropy is the mean of −ln of the probability that the model gives to each row's true class.",
            "cross-entropy"),
    LEAST_SQUARES(
            "least squares",
            "Least squares is the exact answer of a linear model: the parameters with the least mean squared error.",
            "least squares"),
    R_SQUARED(
            "R²",
            "R² is the share of the target's variance that the model explains: 1 is perfect, 0 no better than the mean.",
            "R²"),
    ACCURACY("accuracy", "Accuracy is the share of rows whose class the model predicts rightly.", "accuracy"),
    CONFUSION_MATRIX(
            "confusion matrix",
            "The confusion matrix counts for each true class as which class its rows were taken.",
            "confusion matrix"),
    INTERCEPT(
            "intercept",
            "The intercept is the prediction where all features are 0: the height at which a line begins.",
            "intercept"),
    WEIGHT(
            "weight",
            "A weight says how strongly a feature, or a unit, counts in the sum that it enters.",
            "weight",
            "weights"),
    BIAS("bias", "A bias is the number that a unit adds to the weighted sum of its inputs.", "bias", "biases"),
    LINEAR_REGRESSION(
            "linear regression",
            "Linear regression predicts a value as a weighted sum of the features and an intercept.",
            "linear regression"),
    LOGISTIC_REGRESSION(
            "logistic regression",
            "Logistic regression gives the probability of the second of two classes, from a weighted sum of the features.",
            "logistic regression"),
    SOFTMAX_REGRESSION(
            "softmax regression",
            "Softmax regression gives a probability to each of several classes, from a weighted sum for each of them.",
            "softmax regression",
            "softmax"),
    NEURAL_NETWORK(
            "neural network",
            "A neural network sends the features through hidden layers of units, each of which bends a weighted sum.",
            "neural network"),
    PLANE(
            "plane",
            "With more than two parameters a picture shows a plane: two directions of their space; the axes say which.",
            "plane"),
    MAIN_PLANE(
            "main plane",
            "The main plane is the one that a path lies in most: its first two principal components, PC 1 and PC 2.",
            "main plane",
            "PC 1",
            "PC 2"),
    VELOCITY(
            "velocity",
            "The velocity is the step that momentum keeps on going: old velocity times β, plus the new gradient.",
            "velocity"),
    BETA_ONE(
            "β₁",
            "β₁ is the share of the old running mean of the gradient that each step keeps: nearer to 1 is longer memory.",
            "β₁"),
    BETA_TWO(
            "β₂",
            "β₂ is the share of the old running mean of the squared gradient that each step keeps: nearer to 1 is longer memory.",
            "β₂"),
    RHO("ρ", "ρ is the share of the old running mean of the squared gradient that each step keeps.", "ρ"),
    EPSILON(
            "ε",
            "ε is added to the divisor of a step, so that nothing is divided by 0 where gradients have been tiny.",
            "ε");

    private final String word;
    private final String sentence;
    private final List<String> signs;

    Term(String sentence) {
        this("", sentence);
    }

    /// @param signs how the term is written in pictures and captions
    Term(String word, String sentence, String... signs) {
        this.word = word;
        this.sentence = sentence;
        this.signs = List.of(signs);
    }

    /// The terms of the field.
    public static List<Term> glossary() {
        return Arrays.stream(values()).filter(term -> !term.word.isEmpty()).toList();
    }

    /// What the term is called: `learning rate α`; empty for what only a control says of itself.
    public String word() {
        return word;
    }

    /// The explanation, one sentence.
    public String sentence() {
        return sentence;
    }

    /// How the term is written in pictures and captions.
    List<String> signs() {
        return signs;
    }

    /// What a view is, by its id, if the glossary knows it.
    public static Optional<Term> ofView(String id) {
        return switch (id) {
            case "loss" -> Optional.of(VIEW_LOSS);
            case "fit" -> Optional.of(VIEW_FIT);
            case "table" -> Optional.of(VIEW_TABLE);
            case "convergence" -> Optional.of(VIEW_CONVERGENCE);
            case "step" -> Optional.of(VIEW_STEP);
            case "steps" -> Optional.of(VIEW_STEPS);
            case "sweep" -> Optional.of(VIEW_SWEEP);
            default -> Optional.empty();
        };
    }

    /// The term of a hyperparameter by its name in rules, if the glossary has one.
    public static Optional<Term> ofHyperparameter(String name) {
        return switch (name) {
            case "lr" -> Optional.of(LEARNING_RATE);
            case "momentum" -> Optional.of(MOMENTUM);
            case "weight_decay" -> Optional.of(WEIGHT_DECAY);
            case "dampening" -> Optional.of(DAMPENING);
            case "beta1" -> Optional.of(BETA_ONE);
            case "rho", "alpha" -> Optional.of(RHO);
            case "eps" -> Optional.of(EPSILON);
            default -> Optional.empty();
        };
    }
}
