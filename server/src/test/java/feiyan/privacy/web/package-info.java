@NullMarked
package feiyan.privacy.web;

import org.jspecify.annotations.NullMarked;
