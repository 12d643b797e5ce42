package fallline.objective.kernel;

/// A matrix of weights among the parameters: `outputs` rows of `inputs` numbers, row-major, from place `at` of θ on.
///
/// Parameters in no block are intercepts and biases.
public record WeightBlock(int at, int outputs, int inputs) {
    /// One past the block's last place.
    public int end() {
        return at + outputs * inputs;
    }
}
