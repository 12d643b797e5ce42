package fallline.app.convergence;

import fallline.experiment.view.ConvergenceLook.Across;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What lies across the convergence view, in a word: `steps`, `evaluations`, `epochs`.
final class AcrossWords extends StringConverter<Across> {
    @Override
    public String toString(@Nullable Across across) {
        return across == null ? "" : across.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Across fromString(String word) {
        return Across.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
