package fallline.picture.page;

import fallline.figure.paint.Typesetter;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The pictures of one window, or of one rendering: one of each view, made when it is first asked for. They belong to
/// one thread; in the window [#of] is called on the FX thread, and the pictures are asked for figures on the painter's.
public final class Pictures {
    private final Views views;
    private final Typesetter typesetter;
    private final OptimizerCatalogue catalogue;
    private final Map<View<?>, Picture> made = new HashMap<>();

    /// @param views what there is to be seen
    /// @param typesetter the window's only one
    public Pictures(Views views, Typesetter typesetter, OptimizerCatalogue catalogue) {
        this.views = views;
        this.typesetter = typesetter;
        this.catalogue = catalogue;
    }

    /// What there is to be seen.
    public Views views() {
        return views;
    }

    /// Sets the formulas of all pictures.
    public Typesetter typesetter() {
        return typesetter;
    }

    /// Knows the names of optimizers.
    public OptimizerCatalogue catalogue() {
        return catalogue;
    }

    /// The picture of a view.
    @SuppressWarnings("unchecked") // a view's picture is what its maker made
    public <P extends Picture> P of(View<P> view) {
        Picture known = made.get(view);
        if (known == null) {
            known = view.maker().apply(this);
            made.put(view, known);
        }
        return (P) known;
    }

    /// The view as it is printed: on a page with problem, runs and seed in words.
    public Picture page(View<?> view) {
        Picture picture = of(view);
        return view.whole() ? picture : new DashboardPicture(List.of(picture), catalogue);
    }
}
