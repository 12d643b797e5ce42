/// Fall Line: a laboratory for gradient descent.
@NullMarked
package fallline;

import org.jspecify.annotations.NullMarked;
