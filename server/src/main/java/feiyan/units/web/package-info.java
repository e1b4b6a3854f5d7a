/** Founding, the administrator's pages, invitations; and who looks at a page. */
@NullMarked
package feiyan.units.web;

import org.jspecify.annotations.NullMarked;
