export { type Configuration, ConfigurationRefused, readConfiguration } from './configuration';
export { CONFIGURATION_VARIABLES, type ConfigurationVariable } from './variables';
export { HostModule } from './host.module';
