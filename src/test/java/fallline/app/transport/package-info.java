/// Tests of the transport, without a screen.
@NullMarked
package fallline.app.transport;

import org.jspecify.annotations.NullMarked;
