package fallline.export.film;

/// Is told how far a film is.
@FunctionalInterface
public interface FilmProgress {
    /// Tells nobody.
    FilmProgress NONE = (_, _) -> {};

    /// Called on the writing thread after each frame that is in the file.
    ///
    /// @param done how many frames are written; their share of all is `done / frames`
    /// @param frames how many there will be
    void at(int done, int frames);
}
