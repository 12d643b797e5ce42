package fallline.app.share;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import java.util.List;
import java.util.Optional;

/// Brings the command that copies a share code, and opens the one that the window begins with.
public final class ShareFeature implements Feature {
    private final ShareController controller;
    private final Optional<String> first;

    /// @param first what is opened as soon as the window is there
    public ShareFeature(ShareController controller, Optional<String> first) {
        this.controller = controller;
        this.first = first;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("copy-share-code", "Copy share code", controller::onCopy)
                .in(Menu.EDIT, 2)
                .tipped("Copies the experiment with its view as one line of text."));
    }

    @Override
    public void onShown() {
        first.ifPresent(controller::open);
    }
}
