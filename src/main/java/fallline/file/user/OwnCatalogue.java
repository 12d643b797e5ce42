package fallline.file.user;

/// What the user keeps for all experiments.
///
/// @param rules own optimizers
/// @param functions own test functions
/// @param preferences how the user likes the window
public record OwnCatalogue(RuleFolder rules, FunctionFolder functions, PreferencesFile preferences) {
    /// That of the user who runs this program.
    public static OwnCatalogue ofUser() {
        return new OwnCatalogue(RuleFolder.ofUser(), FunctionFolder.ofUser(), PreferencesFile.ofUser());
    }
}
