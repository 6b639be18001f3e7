// What `npm start` runs: makes the clone ready, then starts Evenhand. One process from end to end, so that whoever stops it
// stops Evenhand and nothing in between.
process.argv.push('--build');
await import('./make-ready.mjs');
await import(new URL('../../dist/apps/embedded/src/main.js', import.meta.url).href);
