package fallline.app.fit;

import fallline.problem.Score;
import java.util.Optional;

/// How well a model predicts the rows that it learns from, and those held out to test it.
record Scores(Score training, Optional<Score> test) {}
