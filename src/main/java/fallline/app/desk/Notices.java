package fallline.app.desk;

/// Sentences that pass by: what was done, and what went wrong. For the FX thread.
public interface Notices {
    /// Something was done: `Saved as bowl.json`.
    void tell(String sentence);

    /// Something went wrong: where, and what helps.
    void warn(String sentence);
}
