/**
 * What every JSON endpoint shares: bearer tokens and scopes, problems (RFC 9457), writes that happen once, pages of a
 * list, entity tags, limits. An endpoint only takes its {@code Actor} and answers with its door's outcome.
 */
@NullMarked
@NamedInterface("api")
package feiyan.web.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
