@NullMarked
package feiyan.exchange.web;

import org.jspecify.annotations.NullMarked;
