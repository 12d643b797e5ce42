package fallline.analysis.question;

import fallline.problem.Score;
import java.util.Optional;

/// How well a model predicts the rows that it learns from, and those held out to test it.
public record Scores(Score training, Optional<Score> test) {}
