export { createLogger, type Logger } from './logger';
export { Metrics } from './metrics';
export { NestLogger } from './nest-logger';
export { currentRequestId, requestIdFrom, withRequestId } from './request-id';
export { requestLogging } from './request-logging';
export { sayReady, stopWhenTold } from './stop-when-told';
