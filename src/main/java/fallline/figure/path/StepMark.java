package fallline.figure.path;

/// A step of a run at which a setting was changed, with words for it.
///
/// @param step the first that uses the new setting leads on from here
/// @param words `α = 0.01`; may be empty
public record StepMark(int step, String words) {}
