package uk.gov.datashare;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import uk.gov.datashare.connectors.email.ChosenChannel;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.notify.NotifyChannel;
import uk.gov.datashare.connectors.email.notify.NotifySettings;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Letter;

/** Which letters leave by GOV.UK Notify: none, unless somebody says whose. */
@Configuration
class NotifyConfiguration {

    /**
     * The hub's service at GOV.UK Notify.
     *
     * @param apiKey        the API key; empty to send everything over SMTP; never shown
     * @param api           where the API is
     * @param template      the id of the template, whose placeholders are subject and body
     * @param replyTo       the id of the registered reply-to address, which leads to the hub's mailbox
     * @param organisations whose people get their letters this way, by registry id
     * @param people        who else does, by registry id
     */
    @ConfigurationProperties("hub.notify")
    record Notify(Optional<String> apiKey, @DefaultValue(NotifySettings.PUBLIC_API) URI api,
            Optional<String> template, Optional<String> replyTo, @DefaultValue List<String> organisations,
            @DefaultValue List<String> people) {

        NotifySettings settings() {
            return new NotifySettings(api, apiKey.orElseThrow(), template.orElseThrow(
                    () -> new IllegalStateException("hub.notify.api-key needs hub.notify.template")), replyTo);
        }

        /** A digest asks about several tasks, and its reference does not go into a subject. */
        boolean takes(Letter letter, Registry registry) {
            boolean chosen = people.contains(letter.recipient()) || registry.person(letter.recipient())
                    .filter(reader -> organisations.contains(reader.organisation().id())).isPresent();
            return chosen && letter.items().isEmpty();
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Notify[" + api + ", organisations " + organisations + "]";
        }
    }

    @Bean
    @Primary
    LetterChannel letterChannel(Notify notify, LetterSender sender, HubMail hubMail, ReplyTokens tokens,
            Registry registry, InstantSource clock) {
        if (notify.apiKey().isEmpty()) {
            return sender;
        }
        var channel = new NotifyChannel(notify.settings(), new LetterComposer(hubMail, tokens, clock), clock);
        return new ChosenChannel(sender, channel, letter -> notify.takes(letter, registry));
    }
}
