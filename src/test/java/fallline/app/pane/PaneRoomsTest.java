package fallline.app.pane;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.pane.PaneRooms.Room;
import fallline.app.pane.PlacedPane.Place;
import fallline.file.user.Shares;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the window shares out among its panes.
class PaneRoomsTest {
    /// 1010 × 710 with gaps of 10: 400 and 600 across, 350 and 350 down.
    private static final PaneRooms ROOMS = new PaneRooms(1010, 710, 10, new Shares(0.4, 0.5));

    @Test
    @DisplayName("four panes have the quarters that the shares make, with a gap between them")
    void quarters() {
        assertThat(ROOMS.of(Place.UPPER_LEFT, false)).isEqualTo(new Room(0, 0, 400, 350));
        assertThat(ROOMS.of(Place.UPPER_RIGHT, false)).isEqualTo(new Room(410, 0, 600, 350));
        assertThat(ROOMS.of(Place.LOWER_LEFT, false)).isEqualTo(new Room(0, 360, 400, 350));
        assertThat(ROOMS.of(Place.LOWER_RIGHT, false)).isEqualTo(new Room(410, 360, 600, 350));
    }

    @Test
    @DisplayName("in a narrow window the lower pane has the whole row, and only the upper row can be shared out anew")
    void narrow() {
        assertThat(ROOMS.of(Place.LOWER_LEFT, true)).isEqualTo(new Room(0, 360, 1010, 350));
        assertThat(ROOMS.leftHandle(true)).isEqualTo(new Room(400, 0, 10, 350));
        assertThat(ROOMS.leftHandle(false)).isEqualTo(new Room(400, 0, 10, 710));
        assertThat(ROOMS.upperHandle()).isEqualTo(new Room(0, 350, 1010, 10));
    }

    @Test
    @DisplayName("panes beside empty places take the room of these")
    void few() {
        EnumSet<Place> uppers = EnumSet.of(Place.UPPER_LEFT, Place.UPPER_RIGHT);
        assertThat(ROOMS.ofFew(Place.UPPER_RIGHT, uppers)).isEqualTo(new Room(410, 0, 600, 710));
        EnumSet<Place> lefts = EnumSet.of(Place.UPPER_LEFT, Place.LOWER_LEFT);
        assertThat(ROOMS.ofFew(Place.UPPER_LEFT, lefts)).isEqualTo(new Room(0, 0, 1010, 350));
        assertThat(ROOMS.ofFew(Place.LOWER_LEFT, lefts)).isEqualTo(new Room(0, 360, 1010, 350));
        assertThat(ROOMS.ofFew(Place.LOWER_RIGHT, EnumSet.of(Place.LOWER_RIGHT)))
                .isEqualTo(new Room(0, 0, 1010, 710));
        EnumSet<Place> three = EnumSet.of(Place.UPPER_LEFT, Place.LOWER_LEFT, Place.LOWER_RIGHT);
        assertThat(ROOMS.ofFew(Place.UPPER_LEFT, three)).isEqualTo(new Room(0, 0, 1010, 350));
        assertThat(ROOMS.ofFew(Place.LOWER_RIGHT, three)).isEqualTo(new Room(410, 360, 600, 350));
    }
}
