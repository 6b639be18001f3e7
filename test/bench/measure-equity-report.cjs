// Makes one equity report, and says how long it took and how much memory: node measure-equity-report.cjs <url of the worker>
// <url of the auditor> <programme> <last day>.
require('reflect-metadata');
const { join } = require('node:path');
const { NestFactory } = require('@nestjs/core');

const dist = join(__dirname, '..', '..', 'dist', 'libs');
const { PersistenceModule } = require(join(dist, 'persistence', 'index.js'));
const { countEverything, EquityFacts, NOTHING_BEFORE, releaseCounts, tellCounted } = require(
  join(dist, 'equity', 'index.js'),
);
const { DEFAULT_DISCLOSURE_POLICY: policy } = require(join(dist, 'disclosure', 'index.js'));
const { healthAndCare } = require(join(dist, 'taxonomy', 'index.js'));

const [url, auditorUrl, programmeId, lastDay] = process.argv.slice(2);

async function main() {
  const options = { url, auditorUrl, poolSize: 2, applicationName: 'evenhand bench', reachesAll: true };
  const app = await NestFactory.createApplicationContext(PersistenceModule.forRoot(options), {
    logger: false,
  });
  const firstDay = `${Number(lastDay.slice(0, 4)) - 2}${lastDay.slice(4)}`;
  const window = { months: 24, firstDay, lastDay };
  const begun = performance.now();
  const counted = await app
    .get(EquityFacts)
    .look(programmeId, window, (look) => countEverything(look, healthAndCare));
  const countedAt = performance.now();
  const released = await releaseCounts({ counts: counted.counts, before: NOTHING_BEFORE, policy });
  const report = tellCounted(counted.dimensions, { released, repeated: [], policy }, window, healthAndCare);
  const done = performance.now();
  process.stdout.write(
    JSON.stringify({
      countMs: Math.round(countedAt - begun),
      gateMs: Math.round(done - countedAt),
      totalMs: Math.round(done - begun),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      sections: report.sections.length,
    }),
  );
  await app.close();
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
