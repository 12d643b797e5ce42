package fallline.analysis.tune;

/// How far tuning is.
///
/// @param optimizer the name of the one whose trial ended last
/// @param done runs that were made, of all
/// @param all runs that will be made
public record TuneProgress(String optimizer, int done, int all) {}
