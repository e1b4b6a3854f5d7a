/** All parts of the design system on one page, to look at and to test. */
@NullMarked
package feiyan.web.gallery;

import org.jspecify.annotations.NullMarked;
