/** What somebody sends who means no good, to every form and every address: never a fault, never a half. */
@NullMarked
package feiyan.hostile;

import org.jspecify.annotations.NullMarked;
