/** What a phone on a thin line gets to see, and when. */
@NullMarked
package feiyan.bench.pages;

import org.jspecify.annotations.NullMarked;
