package fallline.objective;

/// An operation whose argument lies outside its domain: `log` of `−0.3`.
///
/// @param operation as a user would write it: `log`, `sqrt`, `/`, `^`
/// @param argument the offending number
public record DomainFault(String operation, double argument) {}
