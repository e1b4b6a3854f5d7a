/** What every page shares: the layout and its parts, languages and the elder view, the security chain, error pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package feiyan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
