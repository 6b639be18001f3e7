export {
  type Configuration,
  ConfigurationRefused,
  readConfiguration,
  type SignInConfiguration,
} from './configuration';
export { CONFIGURATION_VARIABLES, type ConfigurationVariable } from './variables';
export { HostModule } from './host.module';
