// A worker of its own process, for tests that end one: takes the jobs of a queue as the product is compiled, says what
// it begins and finishes, and holds each job for the time it is told. It stops as a worker does, within half a second.
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const library = (name) => require(join(__dirname, '..', '..', 'dist', 'libs', name, 'index.js'));
const { connectQueue, JobProcessor, JobWorkers } = library('queue');
const { createLogger } = library('observability');

const [url, milliseconds] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);

class Holder extends JobProcessor {
  constructor(kind) {
    super();
    this.kind = kind;
  }

  async process({ subject }, signal) {
    say(`begins ${subject}`);
    await pause(Number(milliseconds), undefined, { signal });
    say(`finishes ${subject}`);
    return 'held';
  }

  async giveUp({ subject }) {
    say(`gives up ${subject}`);
  }
}

const workers = new JobWorkers(
  connectQueue(url),
  ['solve-run', 'refill-round', 'answer-enquiry', 'make-equity-report'].map((kind) => new Holder(kind)),
  1,
  createLogger('info'),
);
process.once('SIGTERM', () => void workers.stop(500).then(() => process.exit(0)));
void workers.start().then(() => say('takes jobs'));
