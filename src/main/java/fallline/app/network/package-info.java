/// The settings of a network in the problem card: layers, units, activation, loss, first weights.
@NullMarked
package fallline.app.network;

import org.jspecify.annotations.NullMarked;
