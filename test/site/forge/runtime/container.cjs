'use strict';
// One function container: a process of its own, as in production. Loads the bundle once, then runs one invocation at a
// time; module state survives between warm invocations.
const { readFileSync } = require('fs');
const path = require('path');
const { format } = require('util');

const MAX_LOG_LINES = 100; // a minute
const MAX_LOG_BYTES = 200 * 1024; // an invocation

let budget = { minute: 0, lines: 0, bytes: 0, dropped: 0 };
let currentId;

function log(level, args) {
  const text = format(...args);
  const minute = Math.floor(performance.now() / 60_000);
  if (minute !== budget.minute) budget = { ...budget, minute, lines: 0 };
  budget.lines += 1;
  budget.bytes += Buffer.byteLength(text);
  if (budget.lines > MAX_LOG_LINES || budget.bytes > MAX_LOG_BYTES) budget.dropped += 1;
  else process.send({ kind: 'log', id: currentId, level, text });
}
for (const level of ['debug', 'log', 'info', 'warn', 'error']) console[level] = (...args) => log(level, args);

/** Peak resident memory of this very process; resourceUsage() would include the parent's at the time of the fork. */
function peakMemoryMb() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

const wrapper = require(path.join(process.env.FORGE_EFS_RUNTIME_PATH, '__forge__.cjs'));

process.on('message', async ({ id, event, simulatedNow, timeoutMs }) => {
  currentId = id;
  budget = { ...budget, bytes: 0, dropped: 0 };
  const deadline = performance.now() + timeoutMs;
  const context = { awsRequestId: id, simulatedNow, getRemainingTimeInMillis: () => deadline - performance.now() };
  const before = process.cpuUsage();
  const result = await wrapper.main(event, context);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  process.send({ kind: 'result', id, result, peakMemoryMb: peakMemoryMb(), cpuMs, droppedLogLines: budget.dropped });
});
process.on('SIGINT', () => undefined); // Ctrl-C reaches every process of the terminal; the site decides
process.on('disconnect', () => process.exit()); // the site is gone
process.send({ kind: 'ready' });
