/// What the user keeps for all experiments: preferences, own rules and functions.
@NullMarked
package fallline.file.user;

import org.jspecify.annotations.NullMarked;
