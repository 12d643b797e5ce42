/// The model of the whole: the current experiment, its history and its traces, and the hand-over between threads.
@NullMarked
package fallline.workbench;

import org.jspecify.annotations.NullMarked;
