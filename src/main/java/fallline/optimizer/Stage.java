package fallline.optimizer;

/// One line of an update for one parameter: in symbols, with its numbers, and what came out.
///
/// @param caption what the line does, in a few words; may be empty
/// @param target the name that gets the value: `g`, `m`, `theta`
/// @param symbols LaTeX of the line in symbols: `m \leftarrow \beta_{1} m + (1 - \beta_{1}) g`
/// @param numbers LaTeX of its right-hand side with this step's numbers
/// @param value what came out
public record Stage(String caption, String target, String symbols, String numbers, double value) {}
