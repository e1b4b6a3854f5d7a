@NullMarked
package feiyan.demo.web;

import org.jspecify.annotations.NullMarked;
