/** My data, and the desk where what only staff may change is put right. */
@NullMarked
package feiyan.privacy.web;

import org.jspecify.annotations.NullMarked;
