package dev.squaresync.scheduler.settings;

import dev.squaresync.settings.InvalidSetting;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Asks for the database's address before anything is started: Spring's own answer recommends an embedded database. */
@Component
class DatabaseAddress implements BeanFactoryPostProcessor, EnvironmentAware {

    private String url = "";

    @Override
    public void setEnvironment(Environment environment) {
        url = environment.getProperty("spring.datasource.url", "");
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (url.isBlank()) {
            throw new InvalidSetting(
                    "SPRING_DATASOURCE_URL is not set: set it to the database, such as jdbc:postgresql://127.0.0.1:5432/square_sync.");
        }
    }
}
