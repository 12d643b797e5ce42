package fallline.optimizer.catalogue;

import fallline.optimizer.Optimizer;
import java.util.List;
import java.util.Map;

/// The optimizers that can be chosen.
public interface OptimizerCatalogue {
    /// All of the catalogue, in the order in which they are offered.
    List<Optimizer> all();

    /// The one that is taken where nothing else is said: the first of the catalogue's index.
    default Optimizer standard() {
        return all().getFirst();
    }

    /// The optimizer called `id`: the rule of that name in `own`, else the catalogue's.
    ///
    /// @param own texts of update rules by id; they win over the catalogue
    /// @throws IllegalArgumentException with a sentence, if there is none or its text is wrong
    Optimizer find(String id, Map<String, String> own);
}
