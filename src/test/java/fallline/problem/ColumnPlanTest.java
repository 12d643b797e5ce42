package fallline.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.BuiltInData;
import fallline.data.CsvReader;
import fallline.data.Dataset;
import fallline.problem.ColumnPlan.Candidate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A choice of columns")
class ColumnPlanTest {
    private static Dataset table(String text) {
        return CsvReader.parse("table", text).dataset();
    }

    @Test
    @DisplayName("is guessed: the last column that fits is predicted from the first other one")
    void guess() {
        ColumnPlan plan = ColumnPlan.guess(table("name,a,b,c\nx,1,4,7\ny,2,5,8\nz,3,7,9\n"));

        assertThat(plan.family()).isEqualTo(Families.LINEAR);
        assertThat(plan.target()).contains("c");
        assertThat(plan.features()).containsExactly("a");
    }

    @Test
    @DisplayName("is guessed as classes when the last column has two values, and not when it has three")
    void classes() {
        assertThat(ColumnPlan.guess(BuiltInData.dataset("hours_studied")).family())
                .isEqualTo(Families.LOGISTIC);
        assertThat(ColumnPlan.guess(table("x,c\n1,a\n2,b\n3,c\n")).family()).isEqualTo(Families.LINEAR);
    }

    @Test
    @DisplayName("says why a column is no feature: text, constant, gaps, or the target")
    void reasons() {
        ColumnPlan plan = ColumnPlan.guess(table("t,k,g,x,y\na,1,,1,2\nb,1,5,2,4\nc,1,6,3,7\n"), Families.LINEAR);

        assertThat(plan.featureCandidates())
                .extracting(Candidate::reason)
                .containsExactly(
                        Optional.of("text"),
                        Optional.of("constant"),
                        Optional.of("gap in row 1"),
                        Optional.empty(),
                        Optional.of("the target"));
    }

    @Test
    @DisplayName("keeps what still fits when the model or the target changes")
    void changes() {
        ColumnPlan plan = ColumnPlan.guess(table("a,b,c\n1,4,0\n2,5,1\n3,7,1\n"), Families.LINEAR);

        assertThat(plan.withFamily(Families.LOGISTIC).target()).contains("c");
        assertThat(plan.withTarget("a").features()).containsExactly("b");
        assertThat(plan.withToggled("b").features()).containsExactly("a", "b");
        assertThat(plan.withToggled("b").withToggled("a").features()).containsExactly("b");
    }

    @Test
    @DisplayName("objects when nothing can be predicted, or nothing is left to predict from")
    void objections() {
        assertThat(ColumnPlan.guess(table("a,b\nred,one\nblue,two\ngreen,ten\n"))
                        .objection())
                .isPresent();
        ColumnPlan line = ColumnPlan.guess(BuiltInData.dataset("line_4_plus_3x"));
        assertThat(line.objection()).isEmpty();
        assertThat(line.withToggled("x").objection().orElseThrow()).contains("No feature");
        assertThat(ColumnPlan.guess(table("a,b\nred,1\nblue,2\ngreen,4\n")).objection())
                .contains(
                        "table has no other column of numbers that varies, to predict from: add one, or choose another"
                                + " table.");
        assertThat(ColumnPlan.guess(table("a,b\n1,1\n2,\n3,4\n")).objection().orElseThrow())
                .endsWith("to predict from: skip or fill the gaps.");
        assertThat(line.withFamily(Families.LOGISTIC).objection().orElseThrow()).contains("exactly two values");
    }
}
