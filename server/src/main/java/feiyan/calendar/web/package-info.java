/** The calendar's page. */
@NullMarked
package feiyan.calendar.web;

import org.jspecify.annotations.NullMarked;
