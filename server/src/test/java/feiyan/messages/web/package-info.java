@NullMarked
package feiyan.messages.web;

import org.jspecify.annotations.NullMarked;
