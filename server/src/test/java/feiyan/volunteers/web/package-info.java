@NullMarked
package feiyan.volunteers.web;

import org.jspecify.annotations.NullMarked;
