package uk.gov.datashare;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.MapPropertySource;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.registry.RegistryPublisher;
import uk.gov.datashare.connectors.registry.RegistryView;

/** The definitions of every route that the hub would run, sandbox included: made as the hub makes them, and never started. */
final class RoutesOfTheHub {

    @ComponentScan(basePackages = "uk.gov.datashare", excludeFilters = @Filter(SpringBootApplication.class))
    @ConfigurationPropertiesScan("uk.gov.datashare")
    static class Everything {}

    private RoutesOfTheHub() {}

    static RouteMap map(Path dataFolder) throws Exception {
        try (var hub = new AnnotationConfigApplicationContext(); var camel = new DefaultCamelContext()) {
            hub.getEnvironment().setActiveProfiles("sandbox");
            hub.getEnvironment().getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("hub.data-folder", dataFolder.toString())));
            withoutKafka(hub, dataFolder);
            hub.register(Everything.class);
            hub.refresh();
            for (var errors : hub.getBeansOfType(RouteConfigurationBuilder.class).values()) {
                camel.addRoutesConfigurations(errors);
            }
            for (RoutesBuilder routes : hub.getBeansOfType(RoutesBuilder.class).values()) {
                camel.addRoutes(routes);
            }
            return new RouteMap(List.copyOf(camel.getRouteDefinitions()),
                    List.copyOf(hub.getBeansOfType(Subscription.class).values()));
        }
    }

    /** Nothing begins to work by itself, and what would wait for Kafka is replaced by what does not. */
    private static void withoutKafka(AnnotationConfigApplicationContext hub, Path dataFolder) {
        var nowhere = Backbone.open(BackboneSettings.at("127.0.0.1:9", dataFolder));
        BeanFactoryPostProcessor nothingUnasked = beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                beans.getBeanDefinition(name).setLazyInit(true);
            }
        };
        hub.addBeanFactoryPostProcessor(nothingUnasked);
        hub.registerBean("lifecycleProcessor", DefaultLifecycleProcessor.class, NothingStarts::new);
        hub.registerBean("backbone", Backbone.class, () -> nowhere);
        hub.registerBean("newcomers", Newcomers.class, () -> new Newcomers(nowhere.topics(), List.of()));
        hub.registerBean("registryPublisher", RegistryPublisher.class, () -> new RegistryPublisher(
                hub.getBean(Publisher.class), hub.getBean(RegistryView.class), hub.getBean(InstantSource.class)));
    }

    private static final class NothingStarts extends DefaultLifecycleProcessor {

        @Override
        public void onRefresh() {
            // The process and whatever else has a life of its own stays as it was made.
        }

        @Override
        public void onClose() {
            // What never started is not looked for to be stopped.
        }
    }
}
