@NullMarked
package feiyan.accounts.web;

import org.jspecify.annotations.NullMarked;
