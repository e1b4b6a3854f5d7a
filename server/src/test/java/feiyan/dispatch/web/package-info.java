@NullMarked
package feiyan.dispatch.web;

import org.jspecify.annotations.NullMarked;
