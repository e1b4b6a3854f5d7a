@NullMarked
package feiyan.architecture.web;

import org.jspecify.annotations.NullMarked;
