package fallline.figure.curve;

/// A figure of curves whose numbers can be read in a table as well.
public interface Tabular {
    /// The numbers of the curves, at every place of them.
    CurveTable table();
}
