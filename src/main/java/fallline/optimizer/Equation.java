package fallline.optimizer;

/// A line of an optimizer's step in symbols.
///
/// @param caption what the line does, in a few words; may be empty
/// @param latex the line in LaTeX, θ standing for every parameter
public record Equation(String caption, String latex) {}
