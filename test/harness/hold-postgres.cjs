// Starts the embedded PostgreSQL as it is compiled, in the folder that is named, says which one runs and holds it until
// it is told to stop or nobody listens any more: what a test can kill.
const { join } = require('node:path');
const { startEmbeddedPostgres } = require(
  join(__dirname, '..', '..', 'dist', 'apps', 'embedded', 'src', 'postgres', 'embedded-postgres.js'),
);

const say = (line) => process.stdout.write(`${line}\n`);

startEmbeddedPostgres({ dataFolder: process.argv[2], log: say }).then(
  (postgres) => {
    say(`running ${JSON.stringify(postgres)}`);
    const stop = () => void postgres.stop().then(() => process.exit());
    process.once('SIGTERM', stop);
    process.stdin.once('end', stop).resume();
  },
  (error) => {
    say(`${error.code}: ${error.message}`);
    process.exitCode = 1;
  },
);
