@NullMarked
package feiyan.messages;

import org.jspecify.annotations.NullMarked;
