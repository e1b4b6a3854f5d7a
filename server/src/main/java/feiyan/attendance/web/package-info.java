/** The pages of the day itself: my day, check-in and check-out, the leader's roll. */
@NullMarked
package feiyan.attendance.web;

import org.jspecify.annotations.NullMarked;
