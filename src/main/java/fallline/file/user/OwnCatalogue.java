package fallline.file.user;

/// What the user keeps for all experiments.
///
/// @param rules own optimizers
/// @param functions own test functions
public record OwnCatalogue(RuleFolder rules, FunctionFolder functions) {
    /// That of the user who runs this program.
    public static OwnCatalogue ofUser() {
        return new OwnCatalogue(RuleFolder.ofUser(), FunctionFolder.ofUser());
    }
}
