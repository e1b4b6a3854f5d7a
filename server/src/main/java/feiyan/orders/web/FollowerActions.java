package feiyan.orders.web;

import feiyan.orders.Follower;
import feiyan.orders.FollowerId;
import feiyan.orders.Followers;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The station writes down what a requester allowed a child, or withdrew. */
@Controller
class FollowerActions {

    private final Followers followers;

    FollowerActions(Followers followers) {
        this.followers = followers;
    }

    @PostMapping("/orders/{id}/followers")
    ModelAndView note(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam String name,
            @RequestParam String phone,
            @RequestParam(defaultValue = "false") boolean mayOrder,
            @RequestParam(defaultValue = "PAGE") Follower.How how,
            RedirectAttributes redirect) {
        return Answers.to(
                followers.note(actor, id, name, phone, mayOrder, how).map(noted -> id), id, "family.noted", redirect);
    }

    @PostMapping("/orders/{id}/followers/{follower}/withdrawal")
    ModelAndView withdraw(
            Actor actor, @PathVariable OrderId id, @PathVariable FollowerId follower, RedirectAttributes redirect) {
        return Answers.to(followers.withdraw(actor, follower, id).map(ended -> id), id, "family.withdrawn", redirect);
    }
}
