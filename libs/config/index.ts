export {
  type Configuration,
  ConfigurationRefused,
  type OpenIdConfiguration,
  readConfiguration,
} from './configuration';
export { CONFIGURATION_VARIABLES, type ConfigurationVariable } from './variables';
export { DisclosureModule } from './disclosure.module';
export { HostModule } from './host.module';
export { type KeyFiles, readKeyFiles } from './key-files';
export { SigningModule } from './signing.module';
