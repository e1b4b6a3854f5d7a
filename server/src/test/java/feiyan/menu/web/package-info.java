@NullMarked
package feiyan.menu.web;

import org.jspecify.annotations.NullMarked;
