package fallline.analysis.compare;

import java.util.List;
import java.util.Optional;

/// Where two runs part, or that they do not.
///
/// @param sentence the whole in a few words
/// @param parting the first step at which they differ; empty if they agree wherever both are known
/// @param gaps what differs there, the first quantity first, then what explains it; where they agree, the largest
///     difference there is
public record Comparison(String sentence, Optional<Integer> parting, List<Gap> gaps) {
    public Comparison {
        gaps = List.copyOf(gaps);
    }
}
