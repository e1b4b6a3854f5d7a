/** The auditor's pages; what is kept how long and the keys, for the administrators of the center. */
@NullMarked
package feiyan.audit.web;

import org.jspecify.annotations.NullMarked;
