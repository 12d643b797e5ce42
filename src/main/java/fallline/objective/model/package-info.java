/// Objectives from data: linear, logistic and softmax regression, and networks.
@NullMarked
package fallline.objective.model;

import org.jspecify.annotations.NullMarked;
