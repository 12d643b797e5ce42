package fallline.app;

import fallline.figure.compose.Picture;
import java.util.function.IntFunction;

/// What the panes show, one picture a pane. They are asked for figures on the painter's thread only.
///
/// @param step the numbers of the step for one parameter, given by its place
public record Pictures(
        Picture loss, Picture fit, Picture convergence, IntFunction<? extends Picture> step, Picture dashboard) {}
