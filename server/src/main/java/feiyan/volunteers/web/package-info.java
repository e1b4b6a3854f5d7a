/** The pages of those who serve: joining, the register, the teams. */
@NullMarked
package feiyan.volunteers.web;

import org.jspecify.annotations.NullMarked;
