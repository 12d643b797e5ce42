package fallline.problem;

import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.model.Classes;
import fallline.objective.model.DataModel;
import fallline.objective.model.DesignMatrix;
import fallline.text.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A model on rows that it does not learn from: its loss there, without the penalty, is the test loss.
public final class HeldOut {
    private HeldOut() {}

    /// The same model on `test`, in the training rows' units and with their classes; its penalty is 0.
    ///
    /// @param trained the model on the training rows
    /// @param target the column that is predicted
    /// @throws DataException with a sentence, if a column is missing or does not fit, or `test` has a class that
    /// the
    ///     training rows have not
    public static DataModel of(DataModel trained, Dataset test, String target) {
        DesignMatrix features = trained.features().like(test);
        double[] values =
                trained.classes().isEmpty() ? DesignMatrix.finite(test, target) : codes(trained, test, target);
        return trained.on(features, values).withoutPenalty();
    }

    private static double[] codes(DataModel trained, Dataset test, String target) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int c = 0; c < trained.classes().size(); c++) {
            numbers.put(trained.classes().get(c), c);
        }
        List<String> words = Classes.words(test, target);
        double[] codes = new double[words.size()];
        for (int i = 0; i < codes.length; i++) {
            Integer number = numbers.get(words.get(i));
            if (number == null) {
                throw new DataException(test.name() + ": the class " + Quote.of(words.get(i)) + " in test row "
                        + (i + 1) + " is in no training row: hold out fewer rows, or draw them with another seed.");
            }
            codes[i] = number;
        }
        return codes;
    }
}
