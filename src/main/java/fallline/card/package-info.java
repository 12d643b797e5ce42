/// The text of cards, which say what a function, an update rule or a data set is: lines, facts, numbers and
/// ranges, each with its place. Everything is read in one pass, in time that grows with the length of the text.
@NullMarked
package fallline.card;

import org.jspecify.annotations.NullMarked;
