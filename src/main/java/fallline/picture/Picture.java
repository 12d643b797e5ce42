package fallline.picture;

import fallline.figure.paint.Figure;
import fallline.workbench.Scene;

/// One view of a scene: the figure with its title. An implementation may keep what it computed for the scene before;
/// one thread uses it at a time.
public interface Picture {
    /// The figure that shows the scene. It may sample surfaces and replay runs, so it is not asked for on the thread
    /// that the workbench belongs to; a figure that did not change is the same object as before.
    Figure figure(Scene scene);

    /// A word or two: `Loss`.
    String title(Scene scene);

    /// What exactly is drawn, in a few words; may be empty.
    String subtitle(Scene scene);

    /// What is to be seen, in sentences for those who cannot see it: of what it is a picture, and what each run does at
    /// the playhead. It says what the head says and is quickly said; any thread.
    String summary(Scene scene);
}
