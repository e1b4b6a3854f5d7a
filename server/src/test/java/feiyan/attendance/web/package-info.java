@NullMarked
package feiyan.attendance.web;

import org.jspecify.annotations.NullMarked;
