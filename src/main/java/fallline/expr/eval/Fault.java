package fallline.expr.eval;

/// An operation whose argument lies outside its domain.
///
/// @param operation as it stands in a formula: `log`, `sqrt`, `/`, `^`
/// @param argument the offending number: a logarithm's argument, a divisor, a power's base
public record Fault(String operation, double argument) {}
