package fallline.analysis;

/// The check that says most about a problem's gradient.
///
/// @param check the worst that was found
/// @param point where: `start`, `random point 2`
/// @param parameter the name of the parameter with the largest error
/// @param points how many points were looked at
public record CheckedGradient(GradientCheck check, String point, String parameter, int points) {}
