package fallline.picture.page;

import fallline.experiment.view.ViewState;
import fallline.figure.paint.Size;
import fallline.picture.Picture;
import fallline.problem.Problem;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Something that a scene can be looked at in: a line in the list of [Views].
///
/// @param id for panes, menus and style sheets: `loss`
/// @param word for the command line: `loss`
/// @param title for menus; empty for another look at a view that stands there already
/// @param page how large it is when it is printed, in logical pixels
/// @param whole whether it is a page by itself; others are put on one, with problem, runs and seed in words
/// @param maker makes its picture, which may be made of those of other views
/// @param look what is to be seen of a scene when the command line asks for this view
/// @param obstacle why a problem cannot be seen so; a sentence with `%s` for where the problem is from
public record View<P extends Picture>(
        String id,
        String word,
        String title,
        Size page,
        boolean whole,
        Function<Pictures, P> maker,
        UnaryOperator<ViewState> look,
        Function<Problem, Optional<String>> obstacle) {
    private static final Size USUAL = new Size(900, 640);

    /// A view with a page of the usual size, which the command line calls by its id.
    public static <P extends Picture> View<P> of(String id, String title, Function<Pictures, P> maker) {
        return new View<>(id, id, title, USUAL, false, maker, state -> state, _ -> Optional.empty());
    }

    /// The same with another word on the command line.
    public View<P> called(String other) {
        return new View<>(id, other, title, page, whole, maker, look, obstacle);
    }

    /// The same as a page by itself.
    public View<P> whole(Size size) {
        return new View<>(id, word, title, size, true, maker, look, obstacle);
    }

    /// The same, always with this look at the scene.
    public View<P> looking(UnaryOperator<ViewState> other) {
        return new View<>(id, word, title, page, whole, maker, other, obstacle);
    }

    /// The same, but not of every problem.
    public View<P> unless(Function<Problem, Optional<String>> other) {
        return new View<>(id, word, title, page, whole, maker, look, other);
    }
}
