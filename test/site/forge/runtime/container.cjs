'use strict';
// One function container: a process of its own, as in production. Loads the bundle once, then runs one invocation at a
// time; module state survives between warm invocations.
const { readFileSync, writeFileSync } = require('fs');
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

/** Peak resident memory of this very process since the mark was reset; elsewhere than on Linux since it started. */
function peakMemoryMb() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** Lowers the kernel's mark of the peak to what is in use, so that every invocation has its own. */
function resetPeak() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // No such mark here: the peak of the whole process counts.
  }
}

const wrapper = require(path.join(process.env.FORGE_EFS_RUNTIME_PATH, '__forge__.cjs'));

process.on('message', async ({ id, event, simulatedNow, timeoutMs, cpuShare }) => {
  currentId = id;
  budget = { ...budget, bytes: 0, dropped: 0 };
  const began = performance.now();
  const before = process.cpuUsage();
  const cpuMs = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const getRemainingTimeInMillis = () => timeoutMs - Math.max(performance.now() - began, cpuMs() / cpuShare);
  const result = await wrapper.main(event, { awsRequestId: id, simulatedNow, getRemainingTimeInMillis });
  const used = { peakMemoryMb: peakMemoryMb(), cpuMs: cpuMs() };
  resetPeak();
  process.send({ kind: 'result', id, result, ...used, droppedLogLines: budget.dropped });
});
process.on('SIGINT', () => undefined); // Ctrl-C reaches every process of the terminal; the site decides
process.on('disconnect', () => process.exit()); // the site is gone
resetPeak();
process.send({ kind: 'ready' });
