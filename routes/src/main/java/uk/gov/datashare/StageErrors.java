package uk.gov.datashare;

import org.apache.camel.builder.endpoint.EndpointRouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * What happens after an error in a stage: nothing there. It goes back to the backbone, which holds the batch, waits and
 * calls again; a stage that tried again by itself would do so while its reader waits.
 */
@Component
final class StageErrors extends EndpointRouteConfigurationBuilder {

    @Override
    public void configuration() {
        routeConfiguration().errorHandler(noErrorHandler());
    }
}
