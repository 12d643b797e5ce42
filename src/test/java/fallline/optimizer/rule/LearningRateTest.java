package fallline.optimizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.file.ExperimentFile;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A learning rate")
class LearningRateTest {
    private static final String SENTENCE = "a rule needs a learning rate: add a line lr = 0.01 (1e-6 .. 10, log)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lr = 0.01\ntheta <- theta - lr*g",
                "state lr = 0.01\ntheta <- theta - lr*g",
                "theta <- theta - g"
            })
    @DisplayName("without a range is the sentence that a rule needs one")
    void withoutRange(String text) {
        assertThatThrownBy(() -> RuleParser.parse("m", text))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining(SENTENCE);
    }

    @Test
    @DisplayName("without a range is marked where it stands")
    void place() {
        assertThatThrownBy(() -> RuleParser.parse("m", "state m = 0\n  lr = 0.01\ntheta <- theta - lr*g"))
                .isInstanceOfSatisfying(RuleException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(3);
                });
    }

    @Test
    @DisplayName("without a range in an experiment's rules is that sentence too")
    void inAnExperiment() {
        String json = """
                {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2", "variables": ["x"]}, "start": [3],
                 "steps": 5, "optimizers": {"m": "lr = 0.01\\ntheta <- theta - lr*g"},
                 "runs": [{"name": "mine", "optimizer": "m"}]}""";
        assertThatThrownBy(() -> new ExperimentFile(FileCatalogue.load()).parse("norange.json", json, Path.of("")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("optimizers.m")
                .hasMessageContaining(SENTENCE);
    }
}
