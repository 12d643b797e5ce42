package fallline.problem;

import java.util.List;
import java.util.Optional;

/// All kinds of problems. This is the list to which a new kind of model is added.
public final class Families {
    public static final Family FORMULA = new FormulaFamily();

    public static final ModelFamily LINEAR = new LinearFamily();

    public static final ModelFamily LOGISTIC = new LogisticFamily();

    public static final ModelFamily SOFTMAX = new SoftmaxFamily();

    public static final ModelFamily NETWORK = new NetworkFamily();

    /// The models on data, in the order in which they are offered.
    public static final List<ModelFamily> MODELS = List.of(LINEAR, LOGISTIC, SOFTMAX, NETWORK);

    private Families() {}

    /// The model that files call so; empty for a word that is none.
    public static Optional<ModelFamily> model(String word) {
        return MODELS.stream().filter(family -> family.word().equals(word)).findFirst();
    }
}
