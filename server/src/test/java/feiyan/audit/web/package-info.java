@NullMarked
package feiyan.audit.web;

import org.jspecify.annotations.NullMarked;
