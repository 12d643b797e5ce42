package fallline.figure.paint;

import java.awt.RenderingHints;

/// A rendering hint for a `Graphics2D` that writes vectors: figures then never melt lines into an image.
public final class VectorHint extends RenderingHints.Key {
    /// Set to `true` by who writes vectors.
    public static final RenderingHints.Key KEY = new VectorHint();

    private VectorHint() {
        super(1977);
    }

    @Override
    public boolean isCompatibleValue(Object value) {
        return value instanceof Boolean;
    }
}
