/// What a feature of the window is, and what it can bring: panes, cards, tools and commands.
@NullMarked
package fallline.app.feature;

import org.jspecify.annotations.NullMarked;
