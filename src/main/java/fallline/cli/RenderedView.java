package fallline.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `fallline render` can paint.
enum RenderedView {
    /// The loss as a curve or a map.
    LOSS,
    /// The loss as a solid.
    SURFACE,
    FIT,
    CONVERGENCE,
    /// The numbers of one step.
    INSPECTOR,
    DASHBOARD;

    /// As it is written on the command line.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The view of this word.
    static Optional<RenderedView> of(String word) {
        return Arrays.stream(values()).filter(view -> view.word().equals(word)).findFirst();
    }

    /// All words: `loss|surface|…`.
    static String words() {
        return Arrays.stream(values()).map(RenderedView::word).collect(Collectors.joining("|"));
    }
}
