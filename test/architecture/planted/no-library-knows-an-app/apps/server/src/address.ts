// Allowed: an app asks an adapter.
export { mail as address } from '@evenhand/mail';
