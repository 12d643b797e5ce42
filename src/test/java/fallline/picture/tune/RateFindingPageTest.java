package fallline.picture.tune;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.analysis.tune.RateFinder;
import fallline.analysis.tune.RateFinding;
import fallline.analysis.tune.RateSearch;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.number.Numbers;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.Looked;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateFindingPageTest {
    @Test
    @DisplayName("both rates that are suggested are said, and the one at which J is least")
    void suggestions() {
        Run run = Looked.run("gd", 0.1);
        Experiment experiment = Looked.experiment(Formulas.minimise("w^2", "w"), new double[] {20}, 100, run);
        RateFinding found = RateFinder.find(
                RateSearch.usual(experiment, run, FileCatalogue.load().find("gd", Map.of())), () -> false);
        assertThat(RateFindingPage.suggestions(found))
                .contains(Numbers.brief(found.steepest().orElseThrow(), 3))
                .contains("; least / 10: " + Numbers.brief(found.tenth().orElseThrow(), 3) + ";")
                .endsWith("J is least at " + Numbers.brief(found.least().orElseThrow(), 3) + ".");
    }
}
