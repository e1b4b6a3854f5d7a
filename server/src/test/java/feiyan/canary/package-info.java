/**
 * Canaries over the whole test run: what is personal, secret or another county's, looked for wherever it must not be.
 */
@NullMarked
package feiyan.canary;

import org.jspecify.annotations.NullMarked;
