/** A real browser for tests of pages. */
@NullMarked
package feiyan.web.browser;

import org.jspecify.annotations.NullMarked;
