/** The pages on which a county's menu is kept. */
@NullMarked
package feiyan.menu.web;

import org.jspecify.annotations.NullMarked;
