@NullMarked
package feiyan.units.web;

import org.jspecify.annotations.NullMarked;
