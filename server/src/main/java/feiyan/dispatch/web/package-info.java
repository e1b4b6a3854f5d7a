/** The pages of asking and answering: the dispatcher's list, the leader's teams. */
@NullMarked
package feiyan.dispatch.web;

import org.jspecify.annotations.NullMarked;
