package feiyan.units.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.StaffMember;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who works in a subtree: given a role, relieved of it. */
@RestController
@RequestMapping(ApiPath.V1 + "/admin")
class StaffApi {

    private final Staff staff;
    private final Persons persons;

    StaffApi(Staff staff, Persons persons) {
        this.staff = staff;
        this.persons = persons;
    }

    record PostHeld(UUID unit, Role role) {

        static PostHeld of(Post post) {
            return new PostHeld(post.unit().value(), post.role());
        }
    }

    record StaffLine(UUID person, String name, List<PostHeld> posts) {

        static StaffLine of(StaffMember member) {
            return new StaffLine(
                    member.person().value(),
                    member.name(),
                    member.posts().stream().map(PostHeld::of).toList());
        }
    }

    @Operation(
            summary = "Everybody who works in the subtree of a unit; for its administrator",
            description = "Of the unit named, else of the first that one administers.")
    @NeedsScope("units:read")
    @GetMapping("/staff")
    Slice<StaffLine> list(Actor actor, @RequestParam(required = false) @Nullable UnitId unit, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? null : new PersonId(cursor.id(0));
        var page = paging.limit() + 1;
        var found = Answers.shown(staff.within(actor, StaffPage.top(actor, unit), after, page));
        return Slice.of(found, page, paging, member -> Cursor.of(member.person().value()), StaffLine::of);
    }

    /** @param colleague the mobile phone of somebody whom the county knows already */
    record Appointment(String colleague, Role role) {}

    record Appointed(UUID unit, Role role) {}

    @Operation(
            summary = "Give somebody whom the county knows by phone a role at a unit of one’s subtree",
            description = "By the administrator of the unit or of one above it.")
    @NeedsScope("units:write")
    @PostMapping("/units/{id}/posts")
    Outcome<Appointed> give(Actor actor, @PathVariable UnitId id, @RequestBody Appointment appointment) {
        var post = new Post(id, appointment.role());
        return known(actor, appointment.colleague())
                .then(person -> staff.give(actor, person, post))
                .map(given -> new Appointed(given.unit().value(), given.role()));
    }

    private Outcome<PersonId> known(Actor actor, String colleague) {
        return Phone.parseMobile(colleague)
                .then(phone -> persons.byPhone(actor.county(), phone)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused("phone.nobody")));
    }

    record Ending(UUID person, Role role) {}

    @Operation(
            summary = "Relieve somebody of a role at a unit of one’s subtree",
            description = "By the administrator of the unit or of one above it; the last administrator stays.")
    @NeedsScope("units:write")
    @PostMapping("/units/{id}/posts/end")
    Outcome<Appointed> take(Actor actor, @PathVariable UnitId id, @RequestBody Ending ending) {
        return staff.take(actor, new PersonId(ending.person()), new Post(id, ending.role()))
                .map(ended -> new Appointed(ended.unit().value(), ended.role()));
    }

    record Successor(String colleague) {}

    record HandedOver(Set<Role> roles) {}

    @Operation(
            summary = "Give all that one holds at a unit to a colleague",
            description = "By whoever holds posts there, to somebody who is staff already.")
    @NeedsScope("units:write")
    @PostMapping("/units/{id}/hand-over")
    Outcome<HandedOver> handOver(Actor actor, @PathVariable UnitId id, @RequestBody Successor successor) {
        return known(actor, successor.colleague())
                .then(person -> staff.handOver(actor, id, person))
                .map(HandedOver::new);
    }
}
