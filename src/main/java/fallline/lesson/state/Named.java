package fallline.lesson.state;

import java.util.Optional;

/// The names by which conditions ask the engine. Parameters, their slopes, the constants of a formula and the settings
/// of an optimizer have names of their own besides these, see [Known]. docs/lessons.md has the same table.
public enum Named implements Worded {
    STEP("step", "the step at which the playhead stands"),
    STEPS("steps", "how many steps the runs take"),
    J("J", "J at the playhead"),
    BEST("best", "the best J that any of the runs has reached on its way"),
    LOWEST("lowest", "J*, the best value that there is, where it is known"),
    GRADIENT("gradient", "‖∇J‖ at the playhead"),
    RATE("rate", "the learning rate as it is set, before any schedule"),
    BATCH("batch", "the rows that a step reads"),
    ROWS("rows", "the rows of data; 1 for a formula"),
    EVALUATIONS("evaluations", "the gradients that the method has asked for up to the playhead"),
    RUNS("runs", "the number of runs"),
    SEED("seed", "the seed"),
    DIMENSION("dimension", "the number of parameters"),
    START("start", "the first parameter at step 0"),
    LIMIT("limit", "the learning rate from which on the chosen run's method diverges on a bowl like this one"),
    LAMBDA_MAX("lambda_max", "the largest eigenvalue of the Hessian at the playhead, in the sense of descent; J″"),
    LAMBDA_MIN("lambda_min", "the smallest eigenvalue there"),
    KAPPA("kappa", "λmax/λmin there; infinite where λmin is not positive"),
    R2("r2", "R² of the model at the playhead"),
    ACCURACY("accuracy", "the share of rows whose class is predicted, 0 to 1, at the playhead"),
    TEST_R2("test_r2", "R² on the rows that are held out"),
    TEST_ACCURACY("test_accuracy", "the accuracy on the rows that are held out"),
    MAXIMISE("maximise", "1 where J is maximised, else 0"),
    STANDARDISE("standardise", "1 where features are standardised, else 0"),
    DEGREE("degree", "the degree of the model"),
    L2("l2", "the weight of the ridge"),
    CLIP_NORM("clip_norm", "the norm to which longer gradients are cut; infinite where none are"),
    CLIP_VALUE("clip_value", "the size to which larger components are cut; infinite where none are"),
    DECAY("decoupled_weight_decay", "the weight decay beside the rule"),
    NOISE("gradient_noise", "the deviation of the noise on the gradient"),
    AVERAGE("average", "1 where the run shows the mean of its points, else 0"),
    SAM("sam", "ρ of SAM; 0 where it is off"),
    LOOKAHEAD("lookahead", "k of the look-ahead; 0 where it is off");

    private final String word;
    private final String meaning;

    Named(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /// The one that is written so.
    public static Optional<Named> of(String word) {
        return Worded.of(values(), word);
    }
}
