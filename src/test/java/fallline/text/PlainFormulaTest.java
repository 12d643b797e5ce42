package fallline.text;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.optimizer.Equation;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("LaTeX as plain text")
class PlainFormulaTest {
    @ParameterizedTest
    @DisplayName("reads as it is said")
    @CsvSource(delimiter = '|', textBlock = """
            w \\leftarrow w - \\alpha g | w ← w − α g
            \\frac{dJ}{dw} = 2 w | dJ/dw = 2 w
            \\frac{a + b}{c d} | (a + b)/(c d)
            \\theta_{1}^{2} | θ₁²
            \\beta_{1} m + (1 - \\beta_{1}) g | β₁ m + (1 − β₁) g
            x^{-1} | x⁻¹
            x^{a b} | x^(a b)
            \\sqrt{\\hat{v}} + \\varepsilon | √(v̂) + ε
            4.02 \\cdot 10^{7} | 4.02 · 10⁷
            \\lVert \\nabla J \\rVert | ‖ ∇ J ‖
            \\operatorname{clip}(g) | clip(g)
            \\begin{pmatrix}1 & 2\\\\ 3 & 4\\end{pmatrix} | (1 2; 3 4)
            \\left(1 - t\\right) | (1 − t)
            """)
    void reads(String latex, String plain) {
        assertThat(PlainFormula.of(latex)).isEqualTo(plain);
    }

    static Stream<Optimizer> optimizers() {
        return FileCatalogue.load().all().stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    @DisplayName("of every rule has no command and no brace left")
    void rules(Optimizer optimizer) {
        List<String> lines = optimizer.equations().stream().map(Equation::latex).toList();
        assertThat(lines).isNotEmpty().allSatisfy(latex -> assertThat(PlainFormula.of(latex))
                .doesNotContain("\\", "{", "}")
                .isNotBlank());
    }

    @Test
    @DisplayName("of what is cut off or wrong still ends")
    void wrong() {
        for (String latex : List.of("\\frac{a", "\\", "^", "_{", "}}}", "\\sqrt[", "\\frac", "x^", "{{{{")) {
            assertThat(PlainFormula.of(latex)).isNotNull();
        }
    }
}
