// Measures Nango's Node SDK whenever a line tells it to, as Worker.java does with the other clients.
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [host, secretKey] = process.argv.slice(2);

if (host === '--version') {
  const sdk = new URL('./node_modules/@nangohq/node/package.json', import.meta.url);
  console.log(JSON.parse(readFileSync(sdk, 'utf8')).version);
  process.exit(0);
}

const { Nango } = await import('@nangohq/node');
const nango = new Nango({ host, secretKey });
// the SDK itself keeps connections for https only; over plain http it would depend on Node's default
nango.http.defaults.httpAgent = new http.Agent({ keepAlive: true, maxSockets: 64 });

async function callsFor(callers, millis) {
  let count = 0;
  const end = performance.now() + millis;
  const caller = async () => {
    while (performance.now() < end) {
      const connection = await nango.getConnection('github', 'conn-1');
      if (connection.credentials.type !== 'OAUTH2') {
        throw new Error('unexpected answer');
      }
      count++;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return count;
}

async function calls(callers, warmupMillis, millis) {
  await callsFor(callers, warmupMillis);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const count = await callsFor(callers, millis);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  return { callsPerSecond: count / seconds, cpuMicros: (used.user + used.system) / count };
}

async function drain() {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let records = 0;
  let cursor = null;
  do {
    const page = await nango.listRecords({
      providerConfigKey: 'github',
      connectionId: 'conn-1',
      model: 'Invoice',
      limit: 1000,
      ...(cursor && { cursor }),
    });
    for (const record of page.records) {
      if (record.amountInCents > 0) {
        records++;
      }
    }
    cursor = page.next_cursor;
  } while (cursor);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (used.user + used.system) / 1e6, records };
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, , ...numbers] = line.split(' ');
  const result = command === 'drain' ? await drain() : await calls(...numbers.map(Number));
  console.log('result ' + Object.entries(result).map(([name, value]) => `${name}=${value}`).join(' '));
}
process.exit(0);
