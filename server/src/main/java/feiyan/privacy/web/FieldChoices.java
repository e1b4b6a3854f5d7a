package feiyan.privacy.web;

import feiyan.web.Choice;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What can be wrong, to choose from. */
@Component
class FieldChoices {

    private final MessageSource messages;

    FieldChoices(MessageSource messages) {
        this.messages = messages;
    }

    List<Choice> of(List<String> fields) {
        var language = LocaleContextHolder.getLocale();
        return fields.stream()
                .map(field -> new Choice(field, messages.getMessage("mydata.field." + field, null, language), null))
                .toList();
    }
}
