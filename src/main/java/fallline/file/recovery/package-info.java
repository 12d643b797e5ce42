/// What was on the screen, kept against crashes.
///
/// A folder holds for each process that changed something: `ID.lock`, locked by the operating system while the process
/// lives; `ID.recovery`, the newest state; and `ID.HASH.table`, its data, written once. ID begins with the process.
@NullMarked
package fallline.file.recovery;

import org.jspecify.annotations.NullMarked;
